#pragma once

#include <optional>
#include <string>

#include "base/source.hpp"
#include "document/value.hpp"
#include "exchange/data_class.hpp"
#include "exchange/parameters.hpp"

namespace promptctl {

// One prompt file, read: front matter as values, body still text.
struct Prompt {
  std::string id;              // path below prompts/ without the extension: "support/triage"
  SourcePointer source;        // the whole file
  std::size_t body_start = 0;  // offset of the body's first byte in the file
  Location where;              // of the front matter's first key; of the file when it has none
  std::string description;
  std::string model;  // "provider/model"; may be empty
  Location model_where;
  Parameters parameters;
  Value options;        // see `Request::options`
  Value config;         // as written; null where there is none
  Value input_schema;   // JSON Schema of the variables; null when none was declared
  Value input_default;  // map of default values; null when there are none
  bool json_output = false;
  Location output_where;
  Value output_schema;  // JSON Schema of the reply; null when none was declared
  std::string owner;
  DataClass data_class = DataClass::internal;
  std::optional<std::string> suite;  // the suite that judges it, where the file names one
  std::optional<std::string> judge;  // of a prompt that judges replies: "criterion", "choice", "scale", "pairwise"
  bool stream = true;
};

}  // namespace promptctl
