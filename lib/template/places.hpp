#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace promptctl {

// Turns offsets of one text into places; cheap however many are asked for.
class TemplatePlaces {
 public:
  explicit TemplatePlaces(SourcePointer source);

  Location at(std::size_t offset) const;
  const SourcePointer& source() const { return source_; }

 private:
  SourcePointer source_;
  std::vector<std::size_t> line_starts_;
};

// Collects the faults of one template, up to a number that no honest template has.
class TemplateFaults {
 public:
  // Both must outlive it.
  TemplateFaults(const TemplatePlaces& places, Diagnostics& diagnostics) : places_(places), diagnostics_(diagnostics) {}

  void error(std::string_view code, std::size_t offset, std::string message, std::string hint = {});

  bool any() const { return count_ > 0; }
  bool full() const { return count_ >= most; }

  // Nothing that follows is worth reading.
  void give_up() { count_ = most; }

 private:
  static constexpr std::size_t most = 100;

  const TemplatePlaces& places_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace promptctl
