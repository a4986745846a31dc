#pragma once

#include <optional>
#include <string_view>

#include "base/regex.hpp"

namespace promptctl {

// Finds numbers as people write them: `1,234.50`, `-3`, `−3`, `$-5`, `-$5`, `.5`, `1e6`. A minus behind a word, a
// number or a bracket is an operator or a dash; digits behind a letter (`Q4`) are part of a name; the period that ends
// a sentence is no part of the number.
class WrittenNumbers {
 public:
  WrittenNumbers();

  // None when `text` holds no number.
  std::optional<double> last(std::string_view text) const;

  // None when `text` is anything but one number, white space around it aside.
  std::optional<double> whole(std::string_view text) const;

 private:
  Regex pattern_;
};

}  // namespace promptctl
