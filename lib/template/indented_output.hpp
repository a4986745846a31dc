#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "template/output.hpp"

namespace promptctl {

// Passes on what fits; what comes after the first text that does not is dropped.
class LimitedOutput final : public Output {
 public:
  LimitedOutput(Output& output, std::size_t bytes) : output_(output), left_(bytes) {}

  void text(std::string_view text) override;
  void marker(const Marker& marker) override;
  bool overflowed() const { return overflowed_; }

 private:
  bool fits(std::size_t bytes);

  Output& output_;
  std::size_t left_;
  bool overflowed_ = false;
};

// Puts `indent` before every line, empty ones too, but not behind the last line break.
class IndentedOutput final : public Output {
 public:
  IndentedOutput(Output& output, std::string_view indent) : output_(output), indent_(indent) {}

  void text(std::string_view text) override;
  void marker(const Marker& marker) override;

 private:
  void begin_line();

  Output& output_;
  std::string_view indent_;
  bool at_line_start_ = true;
};

}  // namespace promptctl
