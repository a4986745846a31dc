#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/value.hpp"
#include "exchange/data_class.hpp"
#include "exchange/message.hpp"
#include "exchange/parameters.hpp"

namespace promptctl {

// A model as a user names it: "openai/gpt-4o-mini" is the model `gpt-4o-mini` of the provider `openai`. The model's
// part may hold further slashes.
struct Target {
  std::string provider;
  std::string model;

  bool operator==(const Target&) const = default;
};

std::string target_name(const Target& target);
std::optional<Target> find_target(std::string_view name);

// What a model is asked for.
enum class Task {
  reply,
  embedding  // of the text of each message, in order
};

// Everything that is asked of a model, and nothing of how it is carried there.
struct Request {
  Task task = Task::reply;
  Target target;
  std::vector<Message> messages;
  Parameters parameters;
  Value options;  // further fields of the body, in a map by the name of the provider's type; null: none
  bool json_output = false;
  Value output_schema;                  // JSON Schema; null when the reply's shape is free
  std::optional<long long> dimensions;  // of each embedding; none: the model's own
  bool stream = true;
  DataClass data_class = DataClass::internal;
  int repeat = 1;  // which sample of this request, from 1: repeats are different requests
};

}  // namespace promptctl
