// Datasets: the first byte chooses the format, the rest is the file, read three bytes at a time.

#include <array>
#include <string>

#include "base/file_text.hpp"
#include "dataset/case_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace promptctl;
  if (size == 0) {
    return 0;
  }
  constexpr std::array<const char*, 4> paths{"c.csv", "c.jsonl", "c.json", "c.yaml"};
  const std::string text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  std::size_t at = 0;
  Diagnostics diagnostics;
  const std::string path = paths[bytes[0] % paths.size()];
  try {
    ByteStream pieces = [&](std::string& chunk) {
      chunk = text.substr(std::min(at, text.size()), 3);
      at += chunk.size();
      return !chunk.empty();
    };
    const auto reader = read_cases(path, as_text(path, std::move(pieces)), diagnostics);
    for (Case golden; reader->next(golden);) {
    }
  } catch (const FileFault&) {  // What is no text of the user's.
  }
  return 0;
}
