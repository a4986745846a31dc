#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace promptctl {

// A part of a changed line.
struct DiffWords {
  std::string text;
  bool changed = false;

  bool operator==(const DiffWords&) const = default;
};

// One line of a hunk, less its line break.
struct DiffLine {
  enum class Kind { same, removed, added };

  Kind kind = Kind::same;
  std::size_t old_number = 0;  // from 1; 0 for an added line
  std::size_t new_number = 0;  // from 1; 0 for a removed line
  std::string text;
  std::vector<DiffWords> words;  // `text` in parts; empty where the line has changed as a whole, or not at all
  bool has_newline = true;       // false for the last line of a text that ends without a line break

  bool operator==(const DiffLine&) const = default;
};

// Changed lines that stand near each other, with the lines around them. A start is the number of the hunk's first line;
// where the text has no line there, that of the line before.
struct DiffHunk {
  std::size_t old_start = 0;
  std::size_t old_count = 0;
  std::size_t new_start = 0;
  std::size_t new_count = 0;
  std::vector<DiffLine> lines;
};

// What changed from one text to another; no hunks when nothing did.
struct TextDiff {
  std::vector<DiffHunk> hunks;
};

}  // namespace promptctl
