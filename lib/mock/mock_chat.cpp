#include "mock/mock_chat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

using std::chrono::microseconds;

std::string text_of_content(const Value* content) {
  if (content == nullptr || !content->is_list()) {
    return content == nullptr ? std::string() : content->text;
  }
  std::string text;
  for (const Value& part : content->items) {
    const Value* piece = part.find("text");
    text += piece == nullptr ? std::string() : piece->text;
  }
  return text;
}

// Words with the white space before them: about what models stream.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at == text.size() || (text[at] == ' ' && text[at - 1] != ' ')) {
      pieces.push_back(text.substr(start, at - start));
      start = at;
    }
  }
  return pieces;
}

void set_known(Value& map, std::string_view name, const std::optional<long long>& count) {
  if (count) {
    map.set(std::string(name), integer_value(*count));
  }
}

// OpenAI's, with OpenRouter's name for what it leaves out.
Value usage_value(const Usage& usage) {
  const long long input = usage.input.value_or(0);
  const long long output = usage.output.value_or(0);
  Value of_input = map_value().set("cached_tokens", integer_value(usage.cached.value_or(0)));
  set_known(of_input, "cache_write_tokens", usage.cache_write);
  set_known(of_input, "audio_tokens", usage.input_audio);
  Value of_output = map_value();
  set_known(of_output, "reasoning_tokens", usage.reasoning);
  set_known(of_output, "audio_tokens", usage.output_audio);
  set_known(of_output, "image_tokens", usage.output_image);
  Value value = map_value()
                    .set("prompt_tokens", integer_value(input))
                    .set("completion_tokens", integer_value(output))
                    .set("total_tokens", integer_value(input + output))
                    .set("prompt_tokens_details", std::move(of_input));
  if (!of_output.fields.empty()) {
    value.set("completion_tokens_details", std::move(of_output));
  }
  if (usage.searches) {
    value.set("server_tool_use", map_value().set("web_search_requests", integer_value(*usage.searches)));
  }
  set_known(value, "num_sources_used", usage.unpriced);
  return value;
}

Value envelope(const ChatAsked& asked, std::string_view object, Value choices) {
  return map_value()
      .set("id", text_value("chatcmpl-mock"))
      .set("object", text_value(object))
      .set("created", integer_value(0))
      .set("model", text_value(asked.model))
      .set("choices", std::move(choices));
}

Value choice(std::string_view part, Value message, const Value& finish_reason) {
  return list_value({map_value()
                         .set("index", integer_value(0))
                         .set(std::string(part), std::move(message))
                         .set("finish_reason", finish_reason)});
}

std::string event(const Value& data) {
  return "data: " + compact_json(data) + "\n\n";
}

MockAnswer whole_answer(const ChatAsked& asked, const std::string& text, const Value& finish_reason,
                        const Usage& usage) {
  MockAnswer answer;
  Value message = map_value();
  message.set("role", text_value("assistant")).set("content", text_value(text));
  Value body = envelope(asked, "chat.completion", choice("message", std::move(message), finish_reason));
  answer.pieces.push_back({microseconds(0), compact_json(body.set("usage", usage_value(usage)))});
  return answer;
}

MockAnswer streamed_answer(const ChatAsked& asked, const std::string& text, const Value& finish_reason,
                           const Usage& usage) {
  constexpr std::string_view object = "chat.completion.chunk";
  MockAnswer answer;
  answer.streamed = true;
  answer.content_type = "text/event-stream";
  const auto chunk = [&](Value delta) { return event(envelope(asked, object, choice("delta", std::move(delta), {}))); };
  // Clients wait for the role before any text; it comes with the first word, so that a delay is that of the first text.
  std::string before = chunk(map_value().set("role", text_value("assistant")).set("content", text_value("")));
  for (const std::string_view piece : pieces_of(text)) {
    answer.pieces.push_back(
        {microseconds(0), std::exchange(before, {}) + chunk(map_value().set("content", text_value(piece)))});
  }
  std::string end = before + event(envelope(asked, object, choice("delta", map_value(), finish_reason)));
  if (asked.with_usage) {
    end += event(envelope(asked, object, list_value({})).set("usage", usage_value(usage)));
  }
  answer.pieces.push_back({microseconds(0), end + "data: [DONE]\n\n"});
  return answer;
}

std::string retry_after_text(std::chrono::milliseconds wait) {
  return number_text(static_cast<double>(wait.count()) / 1000);
}

}  // namespace

std::optional<ChatAsked> read_chat_request(std::string_view body) {
  const auto request = parse_json(body);
  const Value* messages = request ? request->find("messages") : nullptr;
  const Value* model = request ? request->find("model") : nullptr;
  if (messages == nullptr || !messages->is_list() || model == nullptr) {
    return std::nullopt;
  }
  ChatAsked asked;
  asked.model = model->text;
  for (const Value& message : messages->items) {
    asked.last = text_of_content(message.find("content"));
    asked.text += asked.last + "\n";
  }
  const Value* stream = request->find("stream");
  const Value* options = request->find("stream_options");
  const Value* usage = options == nullptr ? nullptr : options->find("include_usage");
  asked.stream = stream != nullptr && stream->is_true();
  asked.with_usage = usage != nullptr && usage->is_true();
  return asked;
}

long long about_tokens(std::string_view text) {
  constexpr std::size_t bytes_a_token = 4;
  return static_cast<long long>((text.size() + bytes_a_token - 1) / bytes_a_token);
}

MockAnswer chat_answer(const ChatAsked& asked, const std::string& text, const std::string& finish_reason,
                       const Usage& usage) {
  return asked.stream ? streamed_answer(asked, text, text_value(finish_reason), usage)
                      : whole_answer(asked, text, text_value(finish_reason), usage);
}

MockAnswer error_answer(int status, std::string_view message) {
  MockAnswer answer;
  answer.status = status;
  Value error = map_value();
  error.set("message", text_value(message)).set("type", text_value("mock_error"));
  answer.pieces.push_back({microseconds(0), compact_json(map_value().set("error", std::move(error)))});
  return answer;
}

MockAnswer with_fault(MockAnswer answer, const MockFault& fault) {
  switch (fault.kind) {
    case MockFault::Kind::status:
      answer = error_answer(fault.status, fmt::format("scripted {}", fault.status));
      if (fault.retry_after) {
        answer.headers.emplace_back("Retry-After", retry_after_text(*fault.retry_after));
      }
      break;
    case MockFault::Kind::malformed:
      answer.pieces = {{microseconds(0), answer.streamed ? "data: {\"choices\": [\n\n" : "{\"choices\": ["}};
      break;
    case MockFault::Kind::cut:
    case MockFault::Kind::stall:
      answer.end = fault.kind == MockFault::Kind::cut ? MockAnswer::End::cut : MockAnswer::End::stall;
      if (!answer.streamed) {  // Half of the one piece; a stream ends before its last.
        answer.pieces.front().bytes.resize(answer.pieces.front().bytes.size() / 2);
      } else {
        answer.pieces.resize(std::max<std::size_t>(1, answer.pieces.size() / 2));
      }
      break;
  }
  return answer;
}

}  // namespace promptctl
