// Chat completions, OpenAI's and Azure's.

#include <utility>

#include "base/text.hpp"
#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"

namespace promptctl {
namespace {

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

Value envelope(const MockAsked& asked, std::string_view object, Value choices) {
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

MockAnswer whole(const MockAsked& asked, const MockSaid& said) {
  Value message = map_value();
  message.set("role", text_value("assistant")).set("content", text_value(said.text));
  if (!said.thoughts.empty()) {
    message.set("reasoning_content", text_value(said.thoughts));
  }
  Value body =
      envelope(asked, "chat.completion", choice("message", std::move(message), text_value(said.finish_reason)));
  return whole_answer(body.set("usage", usage_value(said.usage)));
}

MockAnswer streamed(const MockAsked& asked, const MockSaid& said) {
  constexpr std::string_view object = "chat.completion.chunk";
  const auto chunk = [&](Value delta, const Value& reason) {
    return mock_event(envelope(asked, object, choice("delta", std::move(delta), reason)));
  };
  // Clients wait for the role before any text; it comes with the first word, so that a delay is that of the first text.
  std::string before = chunk(map_value().set("role", text_value("assistant")).set("content", text_value("")), {});
  std::vector<std::string> pieces;
  if (!said.thoughts.empty()) {
    before += chunk(map_value().set("reasoning_content", text_value(said.thoughts)), {});
  }
  for (const std::string_view word : pieces_of_text(said.text)) {
    pieces.push_back(std::exchange(before, {}) + chunk(map_value().set("content", text_value(word)), {}));
  }
  std::string end = before + chunk(map_value(), text_value(said.finish_reason));
  if (asked.with_usage) {
    end += mock_event(envelope(asked, object, list_value({})).set("usage", usage_value(said.usage)));
  }
  pieces.push_back(end + "data: [DONE]\n\n");
  return stream_answer(std::move(pieces));
}

bool serves(std::string_view path) {
  return path.ends_with("/chat/completions") || path.ends_with("/embeddings");
}

// Azure's older API has the model in the path alone.
std::string_view deployment_of(std::string_view path) {
  constexpr std::string_view before = "/deployments/";
  const std::size_t start = path.find(before);
  if (start == std::string_view::npos) {
    return {};
  }
  path.remove_prefix(start + before.size());
  return path.substr(0, path.find('/'));
}

std::optional<MockAsked> read_embedding(std::string_view path, const Value& body) {
  const Value* model = body.find("model");
  const Value* dimensions = body.find("dimensions");
  MockAsked asked;
  asked.model = model == nullptr ? std::string(deployment_of(path)) : model->text;
  asked.dimensions = dimensions == nullptr ? std::nullopt : parse_integer(dimensions->text);
  return add_texts(asked, body.find("input")) ? std::optional(asked) : std::nullopt;
}

MockAnswer embedded(const MockAsked& asked) {
  Value data = list_value({});
  for (const std::string& text : asked.texts) {
    Value item = map_value().set("object", text_value("embedding"));
    item.set("index", integer_value(static_cast<long long>(data.items.size())))
        .set("embedding", numbers_value(mock_vector(text, asked.dimensions)));
    data.items.push_back(std::move(item));
  }
  const Value tokens = integer_value(about_tokens(asked.text));
  Value usage = map_value().set("prompt_tokens", tokens).set("completion_tokens", integer_value(0));
  Value body = map_value().set("id", text_value("embd-mock")).set("object", text_value("list"));
  body.set("data", std::move(data))
      .set("model", text_value(asked.model))
      .set("usage", usage.set("total_tokens", tokens));  // With Mistral's further fields.
  return whole_answer(body);
}

std::optional<MockAsked> read(std::string_view path, const Value& body) {
  const Value* messages = body.find("messages");
  const Value* model = body.find("model");
  if (path.ends_with("/embeddings")) {
    return read_embedding(path, body);
  }
  if (messages == nullptr || !messages->is_list() || (model == nullptr && deployment_of(path).empty())) {
    return std::nullopt;
  }
  MockAsked asked;
  asked.model = model == nullptr ? std::string(deployment_of(path)) : model->text;
  for (const Value& message : messages->items) {
    add_asked(asked, text_of_content(message.find("content")));
  }
  const Value* stream = body.find("stream");
  const Value* options = body.find("stream_options");
  const Value* usage = options == nullptr ? nullptr : options->find("include_usage");
  asked.stream = stream != nullptr && stream->is_true();
  asked.with_usage = (usage != nullptr && usage->is_true()) || path.find("/mistral/") != std::string_view::npos;
  return asked;
}

MockAnswer answer(const MockAsked& asked, const MockSaid& said) {
  if (!asked.texts.empty()) {
    return embedded(asked);
  }
  return asked.stream ? streamed(asked, said) : whole(asked, said);
}

}  // namespace

const MockApi openai_mock{"openai", serves, read, answer};

}  // namespace promptctl
