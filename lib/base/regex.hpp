#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace promptctl {

struct RegexOptions {
  bool ignore_case = false;
  bool multiline = false;  // `^` and `$` match at line breaks too
  bool dot_all = false;    // `.` matches a line break too
};

struct RegexError {
  std::string message;
  std::size_t offset = 0;  // of the byte of the pattern where it shows
};

// What a search found. Views point into the subject; there are groups only where it matched.
struct Match {
  enum class Outcome {
    matched,
    not_matched,
    limit  // given up: the pattern asks for too much work on this subject, so nobody knows
  };

  Outcome outcome = Outcome::not_matched;
  std::size_t begin = 0;  // bytes of the subject, where it matched
  std::size_t end = 0;
  std::vector<std::optional<std::string_view>> groups;  // [0] is the whole match; none: took no part in it

  bool matched() const { return outcome == Outcome::matched; }
};

// A compiled regular expression: PCRE2's language over Unicode, in which nearly all of ECMAScript's patterns mean what
// they mean there (`$` is the very end, `\d` and `\w` are ASCII), and `(?i)` at the start works. A search takes two
// seconds and 64 MB at the very worst, for subjects above 100 KB in proportion to their length; then it is given up.
//
// Immutable, cheap to copy, and safe to use from several threads at once.
class Regex {
 public:
  static std::variant<Regex, RegexError> compile(std::string_view pattern, const RegexOptions& options = {});

  // A pattern, or a part of one, that matches `text` and nothing else.
  static std::string quoted(std::string_view text);

  // The first match that begins at byte `start` or later; what stands before `start` is still seen by `^`, `\b` and
  // look-behinds. A byte of the subject that is not UTF-8 counts as the control character U+001A.
  Match search(std::string_view subject, std::size_t start = 0) const;

  // Calls `visit` for each match, from left to right, none overlapping another. `limit` when the search was given up,
  // which may be after some matches; else whether there was one.
  Match::Outcome each_match(std::string_view subject, const std::function<void(const Match&)>& visit) const;

  // The number of groups, the whole match not counted.
  std::size_t groups() const;

 private:
  struct Program;
  explicit Regex(std::shared_ptr<const Program> program);
  Match search_valid(std::string_view valid, std::string_view subject, std::size_t start) const;

  std::shared_ptr<const Program> program_;
};

}  // namespace promptctl
