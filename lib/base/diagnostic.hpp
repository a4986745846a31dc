#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace promptctl {

enum class Severity { warning, error };

// One fault, or one thing to reconsider, in what a user wrote.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view code;  // Stable, kebab-case, listed in docs/diagnostics.md; always a literal.
  Location where;
  std::string message;
  std::string hint;  // What to do about it; may be empty.
};

// Collects what is wrong with a user's files, so that one run shows every fault and not only the first.
class Diagnostics {
 public:
  void error(std::string_view code, const Location& where, std::string message, std::string hint = {});
  void warning(std::string_view code, const Location& where, std::string message, std::string hint = {});
  void add(Diagnostic diagnostic);

  // The same, unless it is there already: of what ends the reading of a file, which may be looked at more than once.
  void add_once(Diagnostic diagnostic);

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return all_.size() - errors_; }

  // In the order in which they were found.
  const std::vector<Diagnostic>& all() const { return all_; }

  // By path, line and column; those of one place in the order in which they were found.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

// Thrown when an operation can't go on: no repository, an unreadable file, a bad option. Caught only in cli/run.cpp.
class Failure : public std::runtime_error {
 public:
  explicit Failure(Diagnostic diagnostic);
  Failure(std::string_view code, const Location& where, std::string message, std::string hint = {});
  Failure(std::string_view code, std::string message, std::string hint = {});

  const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

// Thrown when a command can't go on with the faults of a user's files; caught where `Failure` is, which prints them
// all.
class FaultyFiles : public std::runtime_error {
 public:
  explicit FaultyFiles(Diagnostics faults);

  const Diagnostics& faults() const { return faults_; }

 private:
  Diagnostics faults_;
};

// "path:line:column: error[code]: message", then the source line with a caret (a long line is cropped around it) and
// the hint. Columns are printed in code points. Control characters of the user's text are shown escaped.
std::string describe(const Diagnostic& diagnostic);

// "did you mean `x`?" for the candidate nearest to `written`; empty when none is near.
std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& candidates);

}  // namespace promptctl
