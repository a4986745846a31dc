#include "world/git/word_diff.hpp"

#include <algorithm>
#include <cctype>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "world/git/libgit2.hpp"

namespace promptctl {
namespace {

struct Part {
  std::string_view text;
  bool changed = false;
};

// White space and words in turn, from white space to white space, which may be empty: words have odd indices.
using LineParts = std::vector<Part>;

LineParts parts_of(std::string_view line) {
  LineParts parts;
  const char* at = line.data();
  for (const std::string_view word : words_of(line)) {
    parts.push_back({{at, static_cast<std::size_t>(word.data() - at)}});
    parts.push_back({word});
    at = word.data() + word.size();
  }
  parts.push_back({{at, static_cast<std::size_t>(line.data() + line.size() - at)}});
  return parts;
}

// Lines as one running text.
class RunningText {
 public:
  explicit RunningText(std::span<const DiffLine> lines) {
    for (const DiffLine& line : lines) {
      lines_.push_back(parts_of(line.text));
    }
    for (LineParts& line : lines_) {
      for (std::size_t at = 1; at < line.size(); at += 2) {
        words_.push_back(&line[at]);
        line_of_word_.push_back(&line);
        bytes_before_.push_back(bytes_before_.back() + line[at].text.size());
        one_a_line_.append(line[at].text).append("\n");
      }
    }
  }
  RunningText(const RunningText&) = delete;
  RunningText& operator=(const RunningText&) = delete;

  std::vector<LineParts>& lines() { return lines_; }
  const std::string& one_a_line() const { return one_a_line_; }

  // Of the words, without white space.
  std::size_t bytes(std::size_t from, std::size_t to) const { return bytes_before_[to] - bytes_before_[from]; }
  std::size_t bytes() const { return bytes_before_.back(); }

  bool on_one_line(std::size_t from, std::size_t to) const { return line_of_word_[from] == line_of_word_[to - 1]; }

  void mark(std::size_t from, std::size_t to) {
    std::for_each(words_.begin() + static_cast<std::ptrdiff_t>(from), words_.begin() + static_cast<std::ptrdiff_t>(to),
                  [](Part* word) { word->changed = true; });
  }

 private:
  std::vector<LineParts> lines_;
  std::vector<Part*> words_;
  std::vector<const LineParts*> line_of_word_;
  std::vector<std::size_t> bytes_before_{0};
  std::string one_a_line_;
};

// Words in place of others; either range may be empty.
struct Replacement {
  std::size_t old_from = 0;
  std::size_t old_to = 0;
  std::size_t new_from = 0;
  std::size_t new_to = 0;
};

// Where a range is empty, git numbers the line before it.
std::size_t first_index(int start, int count) {
  return static_cast<std::size_t>(count == 0 ? start : start - 1);
}

std::vector<Replacement> find_replacements(const RunningText& before, const RunningText& after) {
  const PatchHandle patch = make_patch(before.one_a_line(), after.one_a_line(), 0);
  std::vector<Replacement> found;
  for (std::size_t index = 0; index < git_patch_num_hunks(patch.get()); ++index) {
    const git_diff_hunk* hunk = nullptr;
    git_patch_get_hunk(&hunk, nullptr, patch.get(), index);
    const std::size_t old_from = first_index(hunk->old_start, hunk->old_lines);
    const std::size_t new_from = first_index(hunk->new_start, hunk->new_lines);
    found.push_back({old_from, old_from + static_cast<std::size_t>(hunk->old_lines), new_from,
                     new_from + static_cast<std::size_t>(hunk->new_lines)});
  }
  return found;
}

// Whether what is common between two replacements is there by chance, to go by its size: a reader is then better served
// by one phrase for another. The rule is the "semantic cleanup" of Neil Fraser's diff-match-patch, within a line.
bool is_common_by_chance(const Replacement& one, const Replacement& next, const RunningText& before,
                         const RunningText& after) {
  const auto size = [&](const Replacement& replacement) {
    return std::max(before.bytes(replacement.old_from, replacement.old_to),
                    after.bytes(replacement.new_from, replacement.new_to));
  };
  return before.bytes(one.old_to, next.old_from) <= std::min(size(one), size(next)) &&
         before.on_one_line(one.old_to - (one.old_to > one.old_from ? 1 : 0),
                            next.old_from + (next.old_to > next.old_from ? 1 : 0)) &&
         after.on_one_line(one.new_to - (one.new_to > one.new_from ? 1 : 0),
                           next.new_from + (next.new_to > next.new_from ? 1 : 0));
}

std::vector<Replacement> joined(const std::vector<Replacement>& found, const RunningText& before,
                                const RunningText& after) {
  std::vector<Replacement> kept;
  for (Replacement next : found) {
    while (!kept.empty() && is_common_by_chance(kept.back(), next, before, after)) {
      next.old_from = kept.back().old_from;
      next.new_from = kept.back().new_from;
      kept.pop_back();
    }
    kept.push_back(next);
  }
  return kept;
}

// White space between two changed words belongs to them.
void mark_between_changed(std::vector<LineParts>& lines) {
  for (LineParts& line : lines) {
    for (std::size_t at = 2; at + 2 < line.size(); at += 2) {
      line[at].changed = line[at - 1].changed && line[at + 1].changed;
    }
  }
}

bool holds_the_same_words(const LineParts& before, const LineParts& after) {
  bool same = before.size() == after.size();
  for (std::size_t at = 1; same && at < before.size(); at += 2) {
    same = !before[at].changed && !after[at].changed && before[at].text == after[at].text;
  }
  return same;
}

// Of a line that is otherwise as it was.
void mark_white_space(LineParts& before, LineParts& after) {
  if (holds_the_same_words(before, after)) {
    for (std::size_t at = 0; at < before.size(); at += 2) {
      const bool changed = before[at].text != after[at].text;
      before[at].changed = changed;
      after[at].changed = changed;
    }
  }
}

bool is_punctuation(std::string_view word) {
  return word.size() == 1 && std::ispunct(static_cast<unsigned char>(word.front())) != 0;
}

// Brackets and commas in common do not make a line the old one with changes.
bool is_new_as_a_whole(const LineParts& parts) {
  bool has_word = false;
  for (std::size_t at = 1; at < parts.size(); at += 2) {
    if (!parts[at].changed && !is_punctuation(parts[at].text)) {
      return false;
    }
    has_word = has_word || parts[at].changed;
  }
  return has_word;
}

std::vector<DiffWords> words_from(const LineParts& parts) {
  std::vector<DiffWords> words;
  for (const Part& part : parts) {
    if (!words.empty() && words.back().changed == part.changed) {
      words.back().text += part.text;
    } else if (!part.text.empty()) {
      words.push_back({std::string(part.text), part.changed});
    }
  }
  return words;
}

void take_words(std::span<DiffLine> lines, const std::vector<LineParts>& parts) {
  for (std::size_t line = 0; line < lines.size(); ++line) {
    lines[line].words = is_new_as_a_whole(parts[line]) ? std::vector<DiffWords>() : words_from(parts[line]);
  }
}

// Lines that were removed, and those taken to stand in their place.
class Comparison {
 public:
  Comparison(std::span<DiffLine> removed, std::span<DiffLine> added)
      : removed_(removed), added_(added), before_(removed), after_(added) {
    for (const Replacement& one : joined(find_replacements(before_, after_), before_, after_)) {
      replaced_ += before_.bytes(one.old_from, one.old_to) + after_.bytes(one.new_from, one.new_to);
      before_.mark(one.old_from, one.old_to);
      after_.mark(one.new_from, one.new_to);
    }
  }

  std::size_t common_bytes() const { return before_.bytes() + after_.bytes() - replaced_; }

  // Whether so much is common that to compare by words helps.
  bool is_telling() const { return common_bytes() * 3 >= before_.bytes() + after_.bytes(); }

  void fill_in_words() {
    for (RunningText* text : {&before_, &after_}) {
      mark_between_changed(text->lines());
    }
    const bool in_pairs = removed_.size() == added_.size();
    for (std::size_t line = 0; in_pairs && line < removed_.size(); ++line) {
      mark_white_space(before_.lines()[line], after_.lines()[line]);
    }
    take_words(removed_, before_.lines());
    take_words(added_, after_.lines());
  }

 private:
  std::span<DiffLine> removed_;
  std::span<DiffLine> added_;
  RunningText before_;
  RunningText after_;
  std::size_t replaced_ = 0;
};

}  // namespace

void compare_words(std::span<DiffLine> removed, std::span<DiffLine> added) {
  const std::size_t pairs = std::min(removed.size(), added.size());
  if (pairs == 0) {
    return;
  }
  const Libgit2 library;
  std::deque<Comparison> comparisons;
  if (removed.size() != added.size()) {  // Often lines were changed, and others added or removed next to them.
    comparisons.emplace_back(removed.first(pairs), added.first(pairs));
    comparisons.emplace_back(removed.last(pairs), added.last(pairs));
  }
  comparisons.emplace_back(removed, added);
  Comparison& best = *std::ranges::max_element(comparisons, {}, &Comparison::common_bytes);
  if (best.is_telling()) {
    best.fill_in_words();
  }
}

}  // namespace promptctl
