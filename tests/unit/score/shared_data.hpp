#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "document/json.hpp"

namespace promptctl {

// A file below the shared data beside the repository; none where it is absent.
inline std::optional<std::string> shared_text(const std::string& name) {
  std::ifstream file(std::string(SOURCE_ROOT) + "/../shared/data/" + name, std::ios::binary);
  return file ? std::optional(std::string(std::istreambuf_iterator<char>(file), {})) : std::nullopt;
}

// The records of JSONL text.
inline std::vector<Value> records_of(const std::string& text) {
  std::vector<Value> records;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (auto record = parse_json(std::string_view(text).substr(start, end - start))) {
      records.push_back(*std::move(record));
    }
    start = end + 1;
  }
  return records;
}

}  // namespace promptctl
