// Anthropic's messages.

#include <algorithm>
#include <utility>

#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"

namespace promptctl {
namespace {

// What the cache has no part in stands apart.
Value input_usage(const Usage& usage) {
  const long long cached = usage.cached.value_or(0);
  const long long written = usage.cache_write.value_or(0);
  const long long fresh = std::max(0LL, usage.input.value_or(0) - cached - written);
  Value value = map_value();
  value.set("input_tokens", integer_value(fresh))
      .set("cache_creation_input_tokens", integer_value(written))
      .set("cache_read_input_tokens", integer_value(cached));
  return value;
}

Value message(const MockAsked& asked, Value content, const Value& reason, Value usage) {
  Value value = map_value();
  value.set("id", text_value("msg_mock"))
      .set("type", text_value("message"))
      .set("role", text_value("assistant"))
      .set("model", text_value(asked.model))
      .set("content", std::move(content))
      .set("stop_reason", reason)
      .set("stop_sequence", Value())
      .set("usage", std::move(usage));
  return value;
}

Value text_block(std::string_view text) {
  return map_value().set("type", text_value("text")).set("text", text_value(text));
}

// An event whose data repeats its name.
std::string event_of(std::string_view type, const Value& rest) {
  Value data = map_value().set("type", text_value(type));
  for (const Field& field : rest.fields) {
    data.set(field.name, field.value);
  }
  return mock_event(data, type);
}

std::string block_event(std::string_view type, const Value& index, std::string_view name, Value value) {
  return event_of(type, map_value().set("index", index).set(std::string(name), std::move(value)));
}

MockAnswer streamed(const MockAsked& asked, const MockSaid& said) {
  const Value output = integer_value(said.usage.output.value_or(0));
  Value begun = input_usage(said.usage).set("output_tokens", integer_value(1));
  const Value index = integer_value(said.thoughts.empty() ? 0 : 1);
  std::string before =
      event_of("message_start", map_value().set("message", message(asked, list_value({}), Value(), std::move(begun))));
  if (!said.thoughts.empty()) {
    Value thinking = map_value().set("type", text_value("thinking")).set("thinking", text_value(""));
    Value delta = map_value().set("type", text_value("thinking_delta")).set("thinking", text_value(said.thoughts));
    const Value first = integer_value(0);
    before += block_event("content_block_start", first, "content_block", thinking.set("signature", text_value("")));
    before += block_event("content_block_delta", first, "delta", std::move(delta));
    before += event_of("content_block_stop", map_value().set("index", first));
  }
  before += block_event("content_block_start", index, "content_block", text_block(""));
  std::vector<std::string> pieces;
  for (const std::string_view word : pieces_of_text(said.text)) {
    Value delta = map_value().set("type", text_value("text_delta")).set("text", text_value(word));
    pieces.push_back(std::exchange(before, {}) + block_event("content_block_delta", index, "delta", std::move(delta)));
  }
  std::string end = before + event_of("content_block_stop", map_value().set("index", index));
  end += event_of(
      "message_delta",
      map_value()
          .set("delta", map_value().set("stop_reason", text_value(said.finish_reason)).set("stop_sequence", Value()))
          .set("usage", map_value().set("output_tokens", output)));
  pieces.push_back(end + event_of("message_stop", map_value()));
  return stream_answer(std::move(pieces));
}

// Vertex has the model in the path: "…/models/claude-x:streamRawPredict".
std::string_view vertex_model(std::string_view path) {
  const std::size_t slash = path.rfind('/') + 1;
  const std::size_t colon = path.find(':', slash);
  const std::string_view method = path.substr(std::min(colon, path.size()));
  return method == ":rawPredict" || method == ":streamRawPredict" ? path.substr(slash, colon - slash)
                                                                  : std::string_view();
}

bool serves(std::string_view path) {
  return path.ends_with("/messages") || !vertex_model(path).empty();
}

std::optional<MockAsked> read(std::string_view path, const Value& body) {
  const Value* messages = body.find("messages");
  const Value* model = body.find("model");
  const std::string_view in_path = vertex_model(path);
  const bool names_model = model != nullptr || !in_path.empty();
  if (messages == nullptr || !messages->is_list() || !names_model || body.find("max_tokens") == nullptr) {
    return std::nullopt;
  }
  MockAsked asked;
  asked.model = in_path.empty() ? model->text : std::string(in_path);
  if (const Value* system = body.find("system")) {
    add_asked(asked, text_of_content(system));
  }
  for (const Value& one : messages->items) {
    add_asked(asked, text_of_content(one.find("content")));
  }
  const Value* stream = body.find("stream");
  asked.stream = stream != nullptr && stream->is_true();
  return asked;
}

MockAnswer answer(const MockAsked& asked, const MockSaid& said) {
  if (asked.stream) {
    return streamed(asked, said);
  }
  Value usage = input_usage(said.usage).set("output_tokens", integer_value(said.usage.output.value_or(0)));
  return whole_answer(message(
      asked,
      said.thoughts.empty()
          ? list_value({text_block(said.text)})
          : list_value({map_value().set("type", text_value("thinking")).set("thinking", text_value(said.thoughts)),
                        text_block(said.text)}),
      text_value(said.finish_reason), std::move(usage)));
}

}  // namespace

const MockApi anthropic_mock{"anthropic", serves, read, answer};

}  // namespace promptctl
