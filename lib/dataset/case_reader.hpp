#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "base/stream.hpp"
#include "dataset/golden_case.hpp"

namespace promptctl {

// Reads a golden dataset case by case (docs/golden-cases.md). JSONL and CSV are read as a stream, in memory bounded by
// the longest record; JSON and YAML are read whole. A case with a fault is reported, with its place, and left out; two
// cases with one id are a fault. Reads once, from front to back.
class CaseReader {
 public:
  virtual ~CaseReader() = default;

  // False at the end.
  virtual bool next(Case& golden) = 0;

  // SHA-256 over the records read so far, in canonical JSON: the same for the same cases in the same order, however
  // they are written down.
  virtual std::string digest() = 0;
};

// `text` is what `as_text` gives. By the extension of `path`: .jsonl, .json, .yaml, .yml or .csv; throws `Failure` for
// any other. `diagnostics` must outlive the reader.
std::unique_ptr<CaseReader> read_cases(const std::string& path, ByteStream text, Diagnostics& diagnostics);

}  // namespace promptctl
