// Amazon Bedrock's Converse (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html).

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "base/url.hpp"
#include "exchange/data_url.hpp"
#include "provider/anthropic_messages.hpp"
#include "provider/json_request.hpp"
#include "provider/sent_parameters.hpp"
#include "provider/text_field.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

constexpr std::string_view usual_key = "${AWS_BEARER_TOKEN_BEDROCK:-}";

constexpr std::array<SentParameter, 6> parameters{{{"temperature", "inferenceConfig.temperature"},
                                                   {"top_p", "inferenceConfig.topP"},
                                                   {"max_output_tokens", "inferenceConfig.maxTokens"},
                                                   {"stop", "inferenceConfig.stopSequences"},
                                                   {"reasoning_effort", "outputConfig.effort"},
                                                   {"service_tier", "serviceTier.type"}}};

constexpr std::array<FinishWord, 7> finish_words{{{"end_turn", "stop"},
                                                  {"stop_sequence", "stop"},
                                                  {"tool_use", "tool_calls"},
                                                  {"max_tokens", "length"},
                                                  {"model_context_window_exceeded", "length"},
                                                  {"guardrail_intervened", "content_filter"},
                                                  {"content_filtered", "content_filter"}}};

// Pictures and documents stand in the request, or in S3.
Value part_value(const Part& part) {
  const auto* media = std::get_if<MediaPart>(&part);
  if (media == nullptr) {
    return map_value().set("text", text_value(std::get<TextPart>(part).text));
  }
  const auto data = split_data_url(media->url);
  const std::string_view type = data ? data->content_type : std::string_view(media->content_type);
  Value source = data ? map_value().set("bytes", text_value(data->base64))
                      : map_value().set("s3Location", map_value().set("uri", text_value(media->url)));
  Value value = map_value();
  value.set("format", text_value(type.substr(type.find('/') + 1)));
  const bool is_document = type == "application/pdf";
  if (is_document) {
    value.set("name", text_value("document"));
  }
  value.set("source", std::move(source));
  return map_value().set(is_document ? "document" : "image", std::move(value));
}

void set_messages(Value& body, const Request& request) {
  Value system = list_value({});
  Value messages = list_value({});
  for (const Message& message : request.messages) {
    Value content = list_value({});
    for (const Part& part : message.parts) {
      (message.role == Role::system ? system : content).items.push_back(part_value(part));
    }
    if (message.role != Role::system) {
      const std::string_view role = message.role == Role::model ? "assistant" : "user";
      messages.items.push_back(map_value().set("role", text_value(role)).set("content", std::move(content)));
    }
  }
  body.set("messages", std::move(messages));
  if (!system.items.empty()) {
    body.set("system", std::move(system));
  }
}

// The schema goes as a text.
void set_schema(Value& body, const Value& schema) {
  Value json = map_value().set("name", text_value("reply")).set("schema", text_value(compact_json(schema)));
  Value format = map_value().set("type", text_value("json_schema"));
  set_at(body, "outputConfig.textFormat", format.set("structure", map_value().set("jsonSchema", std::move(json))));
}

class ConverseAnswer : public AnswerReader {
 public:
  explicit ConverseAnswer(bool is_stream) : is_stream_(is_stream) {}

  // Of a stream, a map with the name of the event.
  bool read(const Value& message, AnswerDraft& draft) override {
    if (const Value* output = message.find("output")) {
      return read_whole(message, *output, draft);
    }
    if (const Value* event = message.find("contentBlockDelta")) {
      const Value* delta = event->find("delta");
      return delta != nullptr && read_delta(*delta, draft);
    }
    if (const Value* event = message.find("messageStop")) {
      draft.end_with(text_field(*event, "stopReason"));
      return true;
    }
    if (message.find("messageStart") != nullptr) {
      draft.has_come();
      return true;
    }
    if (message.find("metadata") != nullptr) {
      draft.end();
      return true;
    }
    return message.find("contentBlockStart") != nullptr || message.find("contentBlockStop") != nullptr;
  }

  Framing framing() const override { return is_stream_ ? Framing::frames : Framing::found; }

 private:
  // Calls of tools are no text.
  static bool read_delta(const Value& delta, AnswerDraft& draft) {
    const Value* thought = delta.find("reasoningContent");
    draft.add({.text = std::string(text_field(delta, "text"))});
    draft.add_thoughts(thought == nullptr ? std::string_view() : text_field(*thought, "text"));
    return delta.find("text") != nullptr || thought != nullptr || delta.find("toolUse") != nullptr ||
           delta.find("citation") != nullptr;
  }

  static bool read_whole(const Value& message, const Value& output, AnswerDraft& draft) {
    const Value* said = output.find("message");
    const Value* content = said == nullptr ? nullptr : said->find("content");
    if (content == nullptr || !content->is_list()) {
      return false;
    }
    std::string text, thoughts;
    for (const Value& block : content->items) {
      const Value* thought = block.find("reasoningContent");
      const Value* inside = thought == nullptr ? nullptr : thought->find("reasoningText");
      text += text_field(block, "text");
      thoughts += inside == nullptr ? std::string_view() : text_field(*inside, "text");
    }
    draft.has_come();
    draft.set_text(text);
    draft.set_thoughts(thoughts);
    draft.end_with(text_field(message, "stopReason"));
    return true;
  }

  bool is_stream_;
};

class Bedrock : public Provider {
 public:
  explicit Bedrock(std::string region) : region_(std::move(region)) {}

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Value body = map_value();
    set_messages(body, request);
    set_parameters(body, request.parameters, parameters);
    if (!request.output_schema.is_null()) {
      set_schema(body, request.output_schema);
    }
    std::string path = fmt::format("/model/{}/{}", percent_encoded(request.target.model),
                                   request.stream ? "converse-stream" : "converse");
    constexpr KeyHeader nowhere{"", ""};  // Whether there is a key is known only when a request is sent.
    HttpRequest http = json_request(request, settings, std::move(path), std::move(body), nowhere);
    const bool is_usual = settings.api_key.empty() && settings.base_url == address();
    http.aws = AwsSigning{"bedrock",
                          region_,
                          is_usual ? std::string(usual_key) : settings.api_key,
                          "${aws:AWS_ACCESS_KEY_ID}",
                          "${aws:AWS_SECRET_ACCESS_KEY}",
                          "${aws:AWS_SESSION_TOKEN:-}"};
    return http;
  }

  bool takes(std::string_view parameter, std::string_view model) const override {
    const bool samples = parameter == "temperature" || parameter == "top_p";
    return (has_parameter(parameters, parameter) || parameter == "output_schema") &&
           (!samples || takes_sampling(model));
  }

  std::unique_ptr<AnswerReader> reader(const Request& request) const override {
    return std::make_unique<ConverseAnswer>(request.stream);
  }

  bool bears_secrets(const ProviderSettings& /*settings*/) const override { return true; }  // A session's token.

  std::string address() const override { return fmt::format("https://bedrock-runtime.{}.amazonaws.com", region_); }

 private:
  std::string region_;
};

std::shared_ptr<const Provider> make(FieldReader& settings) {
  return std::make_shared<Bedrock>(settings.optional_text("region").value_or("${AWS_REGION}"));
}

constexpr std::array<KnownProvider, 1> known{
    {{"bedrock", "https://bedrock-runtime.${AWS_REGION}.amazonaws.com", usual_key}}};

}  // namespace

const ProviderType bedrock_provider{"bedrock", "Amazon Bedrock's Converse", finish_words, "", known, make};

}  // namespace promptctl
