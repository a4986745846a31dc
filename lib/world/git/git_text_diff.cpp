#include "world/git/git_text_diff.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "world/git/libgit2.hpp"
#include "world/git/word_diff.hpp"

namespace promptctl {
namespace {

constexpr std::uint32_t context_lines = 3;

std::size_t line_number(int number) {
  return static_cast<std::size_t>(std::max(number, 0));
}

DiffLine read_line(const git_diff_line& line) {
  const bool removed = line.origin == GIT_DIFF_LINE_DELETION;
  const bool added = line.origin == GIT_DIFF_LINE_ADDITION;
  DiffLine read;
  read.kind = removed ? DiffLine::Kind::removed : added ? DiffLine::Kind::added : DiffLine::Kind::same;
  read.old_number = line_number(line.old_lineno);
  read.new_number = line_number(line.new_lineno);
  read.text.assign(line.content, line.content_len);
  read.has_newline = read.text.ends_with('\n');
  read.text.resize(read.text.size() - (read.has_newline ? 1 : 0));
  return read;
}

// libgit2 also gives lines that only say that the one before them has no line break.
bool is_of_text(const git_diff_line& line) {
  return line.origin == GIT_DIFF_LINE_CONTEXT || line.origin == GIT_DIFF_LINE_ADDITION ||
         line.origin == GIT_DIFF_LINE_DELETION;
}

DiffHunk read_hunk(git_patch& patch, std::size_t index) {
  const git_diff_hunk* read = nullptr;
  std::size_t count = 0;
  git_patch_get_hunk(&read, &count, &patch, index);
  DiffHunk hunk{line_number(read->old_start),
                line_number(read->old_lines),
                line_number(read->new_start),
                line_number(read->new_lines),
                {}};
  for (std::size_t at = 0; at < count; ++at) {
    const git_diff_line* line = nullptr;
    git_patch_get_line_in_hunk(&line, &patch, index, at);
    if (is_of_text(*line)) {
      hunk.lines.push_back(read_line(*line));
    }
  }
  return hunk;
}

void compare_words_of(std::vector<DiffLine>& lines) {
  const auto skip = [&lines](auto from, DiffLine::Kind kind) {
    return std::find_if(from, lines.end(), [kind](const DiffLine& line) { return line.kind != kind; });
  };
  for (auto at = lines.begin(); at != lines.end();) {
    const auto removed =
        std::find_if(at, lines.end(), [](const DiffLine& line) { return line.kind == DiffLine::Kind::removed; });
    const auto added = skip(removed, DiffLine::Kind::removed);
    at = skip(added, DiffLine::Kind::added);
    compare_words({removed, added}, {added, at});
  }
}

std::string_view text_of(const std::map<std::string, std::string>& texts, const std::string& name) {
  const auto text = texts.find(name);
  return text == texts.end() ? std::string_view("") : text->second;
}

}  // namespace

TextDiff diff_texts(std::string_view before, std::string_view after) {
  const Libgit2 library;
  const PatchHandle patch = make_patch(before, after, context_lines);
  TextDiff diff;
  for (std::size_t index = 0; index < git_patch_num_hunks(patch.get()); ++index) {
    diff.hunks.push_back(read_hunk(*patch, index));
    compare_words_of(diff.hunks.back().lines);
  }
  return diff;
}

std::vector<FileDiff> diff_files(const BundleText& before, const BundleText& after) {
  const Libgit2 library;  // Once for all files.
  std::vector<FileDiff> files{{"prompt", diff_texts(before.prompt, after.prompt)}};
  std::map<std::string, std::string> partials = before.partials;
  partials.insert(after.partials.begin(), after.partials.end());
  for (const auto& [name, text] : partials) {
    files.push_back({"partial " + name, diff_texts(text_of(before.partials, name), text_of(after.partials, name))});
  }
  std::erase_if(files, [](const FileDiff& file) { return file.text.hunks.empty(); });
  return files;
}

}  // namespace promptctl
