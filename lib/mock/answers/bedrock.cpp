// Amazon Bedrock's Converse and ConverseStream.

#include <algorithm>
#include <utility>

#include "base/url.hpp"
#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"
#include "provider/aws_frames.hpp"

namespace promptctl {
namespace {

constexpr std::string_view folder = "/model/";
constexpr std::string_view whole_method = "/converse";
constexpr std::string_view stream_method = "/converse-stream";

// What the cache has no part in stands apart.
Value usage_value(const Usage& usage) {
  const long long cached = usage.cached.value_or(0);
  const long long written = usage.cache_write.value_or(0);
  const long long input = usage.input.value_or(0);
  const long long output = usage.output.value_or(0);
  Value value = map_value();
  value.set("inputTokens", integer_value(std::max(0LL, input - cached - written)))
      .set("outputTokens", integer_value(output))
      .set("totalTokens", integer_value(input + output))
      .set("cacheReadInputTokens", integer_value(cached))
      .set("cacheWriteInputTokens", integer_value(written));
  return value;
}

std::string event(std::string_view type, const Value& payload) {
  return aws_frame(
      {{":content-type", "application/json"}, {":event-type", std::string(type)}, {":message-type", "event"}},
      compact_json(payload));
}

Value metrics() {
  return map_value().set("latencyMs", integer_value(1));
}

MockAnswer streamed(const MockSaid& said) {
  const auto delta = [](Value what) {
    Value payload = map_value().set("contentBlockIndex", integer_value(0));
    return event("contentBlockDelta", payload.set("delta", std::move(what)));
  };
  std::string before = event("messageStart", map_value().set("role", text_value("assistant")));
  if (!said.thoughts.empty()) {
    before += delta(map_value().set("reasoningContent", map_value().set("text", text_value(said.thoughts))));
  }
  std::vector<std::string> pieces;
  for (const std::string_view word : pieces_of_text(said.text)) {
    pieces.push_back(std::exchange(before, {}) + delta(map_value().set("text", text_value(word))));
  }
  std::string end = before + event("contentBlockStop", map_value().set("contentBlockIndex", integer_value(0)));
  end += event("messageStop", map_value().set("stopReason", text_value(said.finish_reason)));
  end += event("metadata", map_value().set("usage", usage_value(said.usage)).set("metrics", metrics()));
  pieces.push_back(std::move(end));
  return stream_answer(std::move(pieces), "application/vnd.amazon.eventstream");
}

MockAnswer whole(const MockSaid& said) {
  Value content = list_value({});
  if (!said.thoughts.empty()) {
    Value text = map_value().set("text", text_value(said.thoughts));
    content.items.push_back(map_value().set("reasoningContent", map_value().set("reasoningText", std::move(text))));
  }
  content.items.push_back(map_value().set("text", text_value(said.text)));
  Value message = map_value().set("role", text_value("assistant")).set("content", std::move(content));
  Value body = map_value().set("output", map_value().set("message", std::move(message)));
  body.set("stopReason", text_value(said.finish_reason))
      .set("usage", usage_value(said.usage))
      .set("metrics", metrics());
  return whole_answer(body);
}

bool serves(std::string_view path) {
  return path.find(folder) != std::string_view::npos && (path.ends_with(whole_method) || path.ends_with(stream_method));
}

std::optional<MockAsked> read(std::string_view path, const Value& body) {
  const Value* messages = body.find("messages");
  if (messages == nullptr || !messages->is_list()) {
    return std::nullopt;
  }
  MockAsked asked;
  const std::size_t start = path.find(folder) + folder.size();
  asked.model = read_url_target(path.substr(start, path.rfind('/') - start)).path;
  asked.stream = path.ends_with(stream_method);
  if (const Value* system = body.find("system")) {
    add_asked(asked, text_of_content(system));
  }
  for (const Value& one : messages->items) {
    add_asked(asked, text_of_content(one.find("content")));
  }
  return asked;
}

MockAnswer answer(const MockAsked& asked, const MockSaid& said) {
  return asked.stream ? streamed(said) : whole(said);
}

}  // namespace

const MockApi bedrock_mock{"bedrock", serves, read, answer};

}  // namespace promptctl
