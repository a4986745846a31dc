#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.hpp"

namespace promptctl::testing {

// Everything that was reported, as it would be printed.
inline std::string described(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    text += describe(diagnostic);
  }
  return text;
}

inline SourcePointer source_of(std::string text, std::string path = "file") {
  return std::make_shared<const Source>(std::move(path), std::move(text));
}

}  // namespace promptctl::testing
