#include "exchange/response_record.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/base64.hpp"
#include "base/digest.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"
#include "exchange/finish_reason.hpp"

namespace promptctl {
namespace {

Value part_value(const Part& part) {
  if (const auto* media = std::get_if<MediaPart>(&part)) {
    return map_value().set("url", text_value(media->url)).set("type", text_value(media->content_type));
  }
  return map_value().set("text", text_value(std::get<TextPart>(part).text));
}

Value message_value(const Message& message) {
  Value parts = list_value({});
  for (const Part& part : message.parts) {
    parts.items.push_back(part_value(part));
  }
  return map_value().set("role", text_value(role_name(message.role))).set("parts", parts);
}

std::chrono::microseconds as_microseconds(double milliseconds) {
  return std::chrono::microseconds(std::llround(milliseconds * 1000));
}

Value known_counts(const Usage& usage) {
  Value value = map_value();
  for (const UsageKind& kind : usage_kinds()) {
    if (const auto& count = usage.*kind.count) {
      value.set(std::string(kind.name), integer_value(*count));
    }
  }
  return value;
}

// What is no whole answer is recorded nowhere, and none when it is replayed.
std::string read_finish_reason(FieldReader& fields) {
  const std::string word = fields.required_text("finish_reason");
  const Value* field = fields.map().find("finish_reason");
  if (field != nullptr && field->is_text() && !is_finish_reason(word)) {
    fields.diagnostics().error("unknown-choice", field->where, fmt::format("`{}` marks no whole answer", word),
                               fmt::format("one of: {}", fmt::join(finish_reasons, ", ")));
  }
  return word;
}

// Each as base64 of its 32-bit numbers, the lowest byte first.
Value vectors_value(const std::vector<std::vector<float>>& vectors) {
  Value list = list_value({});
  for (const std::vector<float>& vector : vectors) {
    std::string bytes;
    for (const float number : vector) {
      const auto bits = std::bit_cast<std::uint32_t>(number);
      for (const unsigned shift : {0U, 8U, 16U, 24U}) {
        bytes += static_cast<char>(bits >> shift & 0xFFU);
      }
    }
    list.items.push_back(text_value(base64(bytes)));
  }
  return list;
}

std::vector<std::vector<float>> read_vectors(FieldReader& fields) {
  std::vector<std::vector<float>> vectors;
  const Value* list = fields.optional_list("embeddings");
  for (const Value& item : list == nullptr ? std::vector<Value>() : list->items) {
    auto vector = floats_of_base64(item.text);
    if (!vector) {
      fields.diagnostics().error("wrong-kind", item.where, "an embedding is base64 of 32-bit numbers");
      continue;
    }
    vectors.push_back(*std::move(vector));
  }
  return vectors;
}

std::optional<std::chrono::microseconds> read_duration(FieldReader& fields, std::string_view name) {
  const auto milliseconds = fields.optional_number(name);
  if (milliseconds && *milliseconds < 0) {
    fields.diagnostics().error("out-of-range", fields.map().find(name)->where,
                               fmt::format("`{}` can't be below 0", name));
  }
  return milliseconds ? std::optional(as_microseconds(*milliseconds)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<float>> floats_of_base64(std::string_view text) {
  const auto bytes = base64_bytes(text);
  if (!bytes || bytes->size() % sizeof(float) != 0) {
    return std::nullopt;
  }
  std::vector<float> numbers;
  for (std::size_t at = 0; at < bytes->size(); at += sizeof(float)) {
    std::uint32_t bits = 0;
    for (unsigned byte = 0; byte < sizeof(float); ++byte) {
      bits |= static_cast<std::uint32_t>(static_cast<unsigned char>((*bytes)[at + byte])) << 8U * byte;
    }
    numbers.push_back(std::bit_cast<float>(bits));
  }
  return numbers;
}

Usage read_usage(const Value& map, Diagnostics& diagnostics) {
  constexpr long long most = 1'000'000'000'000;
  FieldReader fields(map, diagnostics);
  Usage usage;
  for (const UsageKind& kind : usage_kinds()) {
    usage.*kind.count = fields.optional_integer(kind.name, 0, most);
  }
  fields.finish();
  return usage;
}

Value milliseconds_value(std::chrono::microseconds duration) {
  return number_value(static_cast<double>(duration.count()) / 1000);
}

std::string request_digest(const Request& request) {
  Value messages = list_value({});
  for (const Message& message : request.messages) {
    messages.items.push_back(message_value(message));
  }
  Value value = map_value();
  value.set("format", integer_value(1))
      .set("provider", text_value(request.target.provider))
      .set("model", text_value(request.target.model))
      .set("messages", std::move(messages))
      .set("parameters", parameters_value(request.parameters))
      .set("json_output", boolean_value(request.json_output))
      .set("output_schema", request.output_schema)
      .set("repeat", integer_value(request.repeat));
  if (!request.options.fields.empty()) {
    value.set("options", request.options);
  }
  if (request.task == Task::embedding) {
    value.set("task", text_value("embedding"))
        .set("dimensions", request.dimensions ? integer_value(*request.dimensions) : Value());
  }
  return sha256(canonical_json(value));
}

Value response_record(const std::string& digest, const Response& response) {
  Value value = map_value();
  value.set("request", text_value(digest)).set("output", text_value(response.text));
  if (!response.refusal.empty()) {
    value.set("refusal", text_value(response.refusal));
  }
  value.set("finish_reason", text_value(response.finish_reason)).set("model", text_value(response.model));
  for (const auto& [name, text] :
       {std::pair("thoughts", &response.thoughts), std::pair("fingerprint", &response.fingerprint),
        std::pair("request_id", &response.request_id)}) {
    if (!text->empty()) {
      value.set(name, text_value(*text));
    }
  }
  if (!response.embeddings.empty()) {
    value.set("embeddings", vectors_value(response.embeddings));
  }
  value.set("usage", known_counts(response.usage));
  if (response.latency) {
    value.set("latency_ms", milliseconds_value(*response.latency));
  }
  if (response.first_token) {
    value.set("ttft_ms", milliseconds_value(*response.first_token));
  }
  return value;
}

std::optional<RecordedResponse> read_response_record(const Value& record, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  FieldReader fields(record, diagnostics);
  RecordedResponse recorded;
  recorded.digest = fields.required_text("request");
  recorded.response.text = fields.required_text("output");
  recorded.response.refusal = fields.optional_text("refusal").value_or("");
  recorded.response.finish_reason = read_finish_reason(fields);
  recorded.response.model = fields.optional_text("model").value_or("");
  recorded.response.thoughts = fields.optional_text("thoughts").value_or("");
  recorded.response.fingerprint = fields.optional_text("fingerprint").value_or("");
  recorded.response.request_id = fields.optional_text("request_id").value_or("");
  recorded.response.embeddings = read_vectors(fields);
  if (const Value* usage = fields.optional_map("usage")) {
    recorded.response.usage = read_usage(*usage, diagnostics);
  }
  recorded.response.latency = read_duration(fields, "latency_ms");
  recorded.response.first_token = read_duration(fields, "ttft_ms");
  recorded.response.cached = true;
  fields.finish();
  return diagnostics.errors() == errors_before ? std::optional(std::move(recorded)) : std::nullopt;
}

}  // namespace promptctl
