// OpenAI's chat completions (platform.openai.com/docs/api-reference/chat), which most other servers speak as well.

#include <fmt/format.h>

#include <algorithm>

#include "codec/json.hpp"
#include "wire/event_stream.hpp"
#include "wire/http_error.hpp"
#include "wire/providers.hpp"
#include "wire/usage_body.hpp"

namespace promptctl {
namespace {

constexpr std::size_t longest_reply = 16U << 20U;
constexpr std::size_t longest_error_body = 64U << 10U;

Value part_value(const Part& part) {
  if (part.kind == Part::Kind::text) {
    return map_value().set("type", text_value("text")).set("text", text_value(part.text));
  }
  return map_value()
      .set("type", text_value("image_url"))
      .set("image_url", map_value().set("url", text_value(part.url)));
}

Value content_value(const Message& message) {
  const bool only_text = std::all_of(message.parts.begin(), message.parts.end(),
                                     [](const Part& part) { return part.kind == Part::Kind::text; });
  if (only_text) {
    return text_value(text_of(message));
  }
  Value parts = list_value({});
  std::transform(message.parts.begin(), message.parts.end(), std::back_inserter(parts.items), part_value);
  return parts;
}

Value messages_value(const std::vector<Message>& messages) {
  Value list = list_value({});
  for (const Message& message : messages) {
    const std::string_view role = message.role == Role::model ? "assistant" : role_name(message.role);
    list.items.push_back(map_value().set("role", text_value(role)).set("content", content_value(message)));
  }
  return list;
}

// OpenAI's strict mode takes only schemas whose maps allow no further fields and demand all they name.
bool is_strict_schema(const Value& schema) {
  if (const Value* properties = schema.find("properties")) {
    const Value* further = schema.find("additionalProperties");
    const Value* required = schema.find("required");
    const bool closed = further != nullptr && further->kind == Value::Kind::boolean && !further->is_true();
    if (!closed || required == nullptr || required->items.size() != properties->fields.size()) {
      return false;
    }
  }
  return std::all_of(schema.fields.begin(), schema.fields.end(),
                     [](const Field& field) { return is_strict_schema(field.value); }) &&
         std::all_of(schema.items.begin(), schema.items.end(), is_strict_schema);
}

Value response_format(const Request& request) {
  if (request.output_schema.is_null()) {
    return map_value().set("type", text_value("json_object"));
  }
  Value schema = map_value();
  schema.set("name", text_value("reply"))
      .set("strict", boolean_value(is_strict_schema(request.output_schema)))
      .set("schema", request.output_schema);
  return map_value().set("type", text_value("json_schema")).set("json_schema", schema);
}

void set_parameters(Value& body, const Parameters& parameters, bool legacy_max_tokens) {
  if (parameters.temperature) {
    body.set("temperature", number_value(*parameters.temperature));
  }
  if (parameters.top_p) {
    body.set("top_p", number_value(*parameters.top_p));
  }
  if (parameters.max_output_tokens) {
    body.set(legacy_max_tokens ? "max_tokens" : "max_completion_tokens", integer_value(*parameters.max_output_tokens));
  }
  if (parameters.seed) {
    body.set("seed", integer_value(*parameters.seed));
  }
  if (!parameters.stop.empty()) {
    Value stop = list_value({});
    std::transform(parameters.stop.begin(), parameters.stop.end(), std::back_inserter(stop.items),
                   [](const std::string& text) { return text_value(text); });
    body.set("stop", stop);
  }
}

HttpRequest make_request(const Request& request, const ProviderSettings& settings) {
  Value body = map_value();
  body.set("model", text_value(request.target.model)).set("messages", messages_value(request.messages));
  set_parameters(body, request.parameters, settings.legacy_max_tokens);
  if (request.json_output) {
    body.set("response_format", response_format(request));
  }
  if (request.stream) {
    body.set("stream", boolean_value(true))
        .set("stream_options", map_value().set("include_usage", boolean_value(true)));
  }
  HttpRequest http;
  http.url = settings.base_url + "/chat/completions";
  http.headers = {{"Content-Type", "application/json"}};
  if (!settings.api_key.empty()) {
    http.headers.emplace_back("Authorization", "Bearer " + settings.api_key);
  }
  http.headers.insert(http.headers.end(), settings.headers.begin(), settings.headers.end());
  http.body = compact_json(body);
  return http;
}

std::string text_at(const Value* map, std::string_view name) {
  const Value* field = map == nullptr ? nullptr : map->find(name);
  return field != nullptr && field->is_text() ? field->text : std::string();
}

class Decoder : public ResponseDecoder {
 public:
  Decoder() : events_([this](std::string_view data) { event(data); }) {}

  void head(const HttpHead& head) override {
    status_ = head.status;
    const auto type = head.headers.find("content-type");
    streamed_ = status_ < 300 && type != head.headers.end() && type->second.starts_with("text/event-stream");
  }

  bool body(std::string_view bytes) override {
    if (streamed_) {
      events_.feed(bytes);
      too_long_ = too_long_ || events_.held() > longest_reply;
      return !error_ && !too_long_;
    }
    const std::size_t most = status_ < 300 ? longest_reply : longest_error_body;
    too_long_ = too_long_ || (status_ < 300 && body_.size() + bytes.size() > most);
    body_ += bytes.substr(0, most - std::min(most, body_.size()));
    return !too_long_;
  }

  bool has_text() const override { return streamed_ && !response_.text.empty(); }

  Outcome finish() override {
    if (status_ >= 300) {
      return http_error(status_, body_);
    }
    if (!streamed_ && !too_long_) {
      read_whole();
    } else if (!error_ && !too_long_ && (!ended_ || events_.has_partial_event())) {
      fail("the stream was cut before its end");
    }
    if (!error_ && !has_content_ && response_.refusal.empty()) {
      fail("the answer holds no text");
    }
    if (too_long_) {
      fail("the reply is longer than 16 MiB");
      error_->kind = ProviderError::Kind::invalid_request;  // It would be as long again.
    }
    return error_ ? Outcome(*error_) : Outcome(response_);
  }

 private:
  void fail(std::string message) {
    error_.emplace();
    error_->kind = ProviderError::Kind::bad_response;
    error_->status = status_;
    error_->message = std::move(message);
  }

  void read_whole() {
    const auto reply = parse_json(body_);
    const Value* choice = reply ? first_choice(*reply) : nullptr;
    const Value* message = choice == nullptr ? nullptr : choice->find("message");
    if (reply && reply->find("error") != nullptr && choice == nullptr) {
      fail(http_error(status_, body_).message);
    } else if (message == nullptr || !message->is_map()) {
      fail(reply ? "the answer holds no message" : "the answer is not JSON");
    } else {
      read_common(*reply);
      read_message(*choice, *message);
    }
  }

  void event(std::string_view data) {
    if (error_ || data == "[DONE]") {
      ended_ = ended_ || data == "[DONE]";
      return;
    }
    const auto chunk = parse_json(data);
    if (!chunk || !chunk->is_map()) {
      fail("an event of the stream is not JSON");
      return;
    }
    if (const Value* error = chunk->find("error"); error != nullptr && !error->is_null()) {
      fail(http_error(status_, data).message);
      return;
    }
    read_common(*chunk);
    if (const Value* choice = first_choice(*chunk)) {
      if (const Value* delta = choice->find("delta")) {
        read_message(*choice, *delta);
      }
      ended_ = ended_ || !response_.finish_reason.empty();
    }
  }

  static const Value* first_choice(const Value& reply) {
    const Value* choices = reply.find("choices");
    return choices == nullptr || choices->items.empty() ? nullptr : &choices->items.front();
  }

  void read_common(const Value& reply) {
    if (const std::string model = text_at(&reply, "model"); !model.empty()) {
      response_.model = model;
    }
    if (const Value* usage = find_usage(reply)) {
      response_.usage = read_usage_body(*usage);
    }
  }

  void read_message(const Value& choice, const Value& message) {
    const Value* content = message.find("content");
    const std::string text = text_at(&message, "content");
    has_content_ = has_content_ || (content != nullptr && content->is_text());
    const std::string refusal = text_at(&message, "refusal");
    too_long_ = too_long_ || response_.text.size() + text.size() > longest_reply ||
                response_.refusal.size() + refusal.size() > longest_reply;
    if (!too_long_) {
      response_.text += text;
      response_.refusal += refusal;
    }
    if (const std::string reason = text_at(&choice, "finish_reason"); !reason.empty()) {
      response_.finish_reason = reason;
    }
  }

  int status_ = 0;
  bool streamed_ = false;
  bool ended_ = false;
  bool too_long_ = false;
  bool has_content_ = false;
  std::string body_;
  EventStream events_;
  Response response_;
  std::optional<ProviderError> error_;
};

std::unique_ptr<ResponseDecoder> make_decoder(const Request&) {
  return std::make_unique<Decoder>();
}

}  // namespace

const ProviderType openai_provider{"openai", "OpenAI's chat completions, and every server that speaks them",
                                   make_request, make_decoder};

}  // namespace promptctl
