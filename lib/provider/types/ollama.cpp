// Ollama's own API (github.com/ollama/ollama/blob/main/docs/api.md).

#include <array>
#include <string>
#include <utility>

#include "exchange/data_url.hpp"
#include "provider/chat_request.hpp"
#include "provider/embedding.hpp"
#include "provider/json_request.hpp"
#include "provider/sent_parameters.hpp"
#include "provider/text_field.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

constexpr std::array<SentParameter, 9> parameters{{{"temperature", "options.temperature"},
                                                   {"top_p", "options.top_p"},
                                                   {"top_k", "options.top_k"},
                                                   {"max_output_tokens", "options.num_predict"},
                                                   {"seed", "options.seed"},
                                                   {"stop", "options.stop"},
                                                   {"frequency_penalty", "options.frequency_penalty"},
                                                   {"presence_penalty", "options.presence_penalty"},
                                                   {"reasoning_effort", "think"}}};

constexpr std::array<FinishWord, 3> finish_words{
    {{"stop", "stop"}, {"tool_calls", "tool_calls"}, {"length", "length"}}};

Value message_value(const Message& message) {
  Value images = list_value({});
  for (const Part& part : message.parts) {
    if (const auto* media = std::get_if<MediaPart>(&part)) {
      const auto data = split_data_url(media->url);
      images.items.push_back(text_value(data ? data->base64 : media->url));
    }
  }
  Value value = map_value();
  value.set("role", text_value(chat_role_name(message.role))).set("content", text_value(text_of(message)));
  if (!images.items.empty()) {
    value.set("images", std::move(images));
  }
  return value;
}

class OllamaAnswer : public AnswerReader {
 public:
  explicit OllamaAnswer(bool is_stream) : is_stream_(is_stream) {}

  bool read(const Value& message, AnswerDraft& draft) override {
    const Value* said = message.find("message");
    const Value* done = message.find("done");
    if (said == nullptr && done == nullptr) {
      return false;
    }
    draft.set_model(text_field(message, "model"));
    if (said != nullptr) {
      draft.add({.text = std::string(text_field(*said, "content"))});
      draft.add_thoughts(text_field(*said, "thinking"));
      const Value* calls = said->find("tool_calls");  // Such answers end in `stop` as well.
      draft.end_with(calls == nullptr || calls->items.empty() ? std::string_view() : "tool_calls");
    }
    if (done != nullptr && done->is_true()) {
      const std::string_view reason = text_field(message, "done_reason");
      draft.end_with(reason.empty() ? "stop" : reason);  // Older servers do not say.
      draft.end();
    }
    return true;
  }

  Framing framing() const override { return is_stream_ ? Framing::lines : Framing::found; }

 private:
  bool is_stream_;
};

class Ollama : public Provider {
 public:
  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    const bool embeds = request.task == Task::embedding;
    HttpRequest http = json_request(request, settings, embeds ? "/embed" : "/chat",
                                    embeds ? embedding_body(request) : chat_body(request));
    http.folder = "/api";
    return http;
  }

  bool embeds() const override { return true; }

  bool takes(std::string_view parameter, std::string_view /*model*/) const override {
    return has_parameter(parameters, parameter) || parameter == "json_output" || parameter == "output_schema";
  }

  std::unique_ptr<AnswerReader> reader(const Request& request) const override {
    if (request.task == Task::embedding) {
      return std::make_unique<EmbeddingAnswer>(request, "stop");
    }
    return std::make_unique<OllamaAnswer>(request.stream);
  }

 private:
  static Value chat_body(const Request& request) {
    Value messages = list_value({});
    for (const Message& message : request.messages) {
      messages.items.push_back(message_value(message));
    }
    Value body = map_value();
    body.set("model", text_value(request.target.model)).set("messages", std::move(messages));
    set_parameters(body, request.parameters, parameters);
    if (request.json_output) {
      body.set("format", request.output_schema.is_null() ? text_value("json") : request.output_schema);
    }
    body.set("stream", boolean_value(request.stream));  // It streams where nothing is said.
    return body;
  }
};

std::shared_ptr<const Provider> make(FieldReader& /*settings*/) {
  return std::make_shared<Ollama>();
}

constexpr std::array<KnownProvider, 1> known{{{"ollama", "http://127.0.0.1:11434", ""}}};

}  // namespace

const ProviderType ollama_provider{"ollama", "Ollama's own API", finish_words, "", known, make};

}  // namespace promptctl
