#include "base/file_text.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace promptctl {
namespace {

// What stands in the place of a file's content in a checkout that lacks it.
struct StandIn {
  std::string_view start, message, hint;
};

constexpr std::array<StandIn, 4> stand_ins{
    {{"version https://git-lfs.github.com/spec/", "this is Git LFS's pointer to the file, not its content",
      "git lfs pull brings it"},
     {"version https://hawser.github.com/spec/", "this is Git LFS's pointer to the file, not its content",
      "git lfs pull brings it"},
     {"/annex/objects/", "this is git-annex's pointer to the file, not its content", "git annex get brings it"},
     {std::string_view("\0GITCRYPT\0", 10), "the file is encrypted by git-crypt", "git-crypt unlock decrypts it"}}};

Location line_of(const std::string& path, int line, std::string text = {}) {
  return {std::make_shared<const Source>(path, std::move(text), line), line, 1};
}

constexpr std::size_t longest_start = 64;  // of what tells by its first bytes that it is no text
constexpr std::size_t longest_marker = 9;  // "<<<<<<< x", "=======\n"

class TextReader {
 public:
  TextReader(std::string path, ByteStream bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {}

  // Pieces end where no marker can be cut in two.
  bool next(std::string& chunk) {
    chunk.clear();
    while (chunk.empty() && !ended_) {
      std::string more;
      ended_ = !bytes_(more);
      held_ += more;
      if (!begun_ && !ended_ && held_.size() < longest_start) {
        continue;
      }
      if (!std::exchange(begun_, true)) {
        check_start();
      }
      append_lines(chunk);
    }
    return !chunk.empty();
  }

 private:
  void check_start() {
    for (const StandIn& stand_in : stand_ins) {
      if (held_.starts_with(stand_in.start)) {
        throw FileFault("pointer-file", whole_file(path_), std::string(stand_in.message), std::string(stand_in.hint));
      }
    }
    if (held_.starts_with("\xFF\xFE") || held_.starts_with("\xFE\xFF")) {
      throw FileFault("not-text", whole_file(path_), "the file is UTF-16", "save it as UTF-8");
    }
    if (held_.starts_with("\xEF\xBB\xBF")) {
      held_.erase(0, 3);
    }
  }

  // Moves what is held to `chunk`, less the start of a line that may still become a marker.
  void append_lines(std::string& chunk) {
    convert_line_ends();
    std::size_t end = held_.size();
    const std::size_t line = held_.rfind('\n') + 1;
    if (!ended_ && end - line < longest_marker) {
      end = line;
    }
    chunk = held_.substr(0, end);
    held_.erase(0, end);
    converted_ = held_.size();
    check_lines(chunk);
  }

  void convert_line_ends() {
    if (!after_return_ && held_.find('\r', converted_) == std::string::npos) {
      converted_ = held_.size();
      return;
    }
    std::size_t to = converted_;
    for (std::size_t from = converted_; from < held_.size(); ++from) {
      const char byte = held_[from];
      const bool second_half = byte == '\n' && after_return_;
      after_return_ = byte == '\r';
      if (!second_half) {
        held_[to++] = after_return_ ? '\n' : byte;
      }
    }
    held_.resize(to);
    converted_ = to;
  }

  void check_lines(std::string_view chunk) {
    if (const std::size_t zero = chunk.find('\0'); zero != std::string_view::npos) {
      line_ += static_cast<int>(std::count(chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(zero), '\n'));
      throw FileFault("not-text", line_of(path_, line_), "a zero byte: the file is no text, or UTF-16 without a mark",
                      "save it as UTF-8");
    }
    for (std::size_t at = 0; at < chunk.size();) {
      const std::size_t end = std::min(chunk.find('\n', at), chunk.size());
      if (at_line_start_) {
        check_line(chunk.substr(at, end - at));
      }
      at_line_start_ = end < chunk.size();
      line_ += at_line_start_ ? 1 : 0;
      at = end + 1;
    }
  }

  void check_line(std::string_view line) {
    middle_seen_ = middle_seen_ || line == "=======";
    if (line.starts_with("<<<<<<< ") || (middle_seen_ && line.starts_with(">>>>>>> "))) {
      throw FileFault("merge-conflict", line_of(path_, line_, std::string(line)), "git left both sides of a merge here",
                      "keep one, and take the markers away; text that is meant to look so must be indented");
    }
  }

  std::string path_;
  ByteStream bytes_;
  std::string held_;
  std::size_t converted_ = 0;  // bytes of `held_` whose line ends are LF
  int line_ = 1;
  bool begun_ = false;
  bool ended_ = false;
  bool after_return_ = false;
  bool at_line_start_ = true;
  bool middle_seen_ = false;
};

}  // namespace

ByteStream as_text(std::string path, ByteStream bytes) {
  return [reader = std::make_shared<TextReader>(std::move(path), std::move(bytes))](std::string& chunk) {
    return reader->next(chunk);
  };
}

void require_record_size(std::size_t held, const std::string& path, int line) {
  constexpr std::size_t most_bytes = 64U << 20U;
  if (held > most_bytes) {
    throw FileFault("too-large", line_of(path, line), "the record that begins here is larger than 64 MiB",
                    "is a quote or a line break missing?");
  }
}

std::string whole_text(const ByteStream& text, const std::string& path) {
  constexpr std::size_t most_bytes = 256U << 20U;
  std::string whole;
  for (std::string chunk; text(chunk);) {
    if (whole.size() + chunk.size() > most_bytes) {
      throw FileFault("too-large", whole_file(path), "the file is larger than 256 MiB",
                      "a dataset of this size can be read as .jsonl or .csv");
    }
    whole += chunk;
  }
  return whole;
}

}  // namespace promptctl
