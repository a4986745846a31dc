// Google's Vertex AI (cloud.google.com/vertex-ai/generative-ai/docs): Gemini's bodies, and Anthropic's for its models.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/url.hpp"
#include "provider/anthropic_messages.hpp"
#include "provider/gemini_content.hpp"
#include "provider/google_token.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

constexpr auto finish_words = [] {
  std::array<FinishWord, gemini_finish_words.size() + messages_finish_words.size()> words;
  std::copy(messages_finish_words.begin(), messages_finish_words.end(),
            std::copy(gemini_finish_words.begin(), gemini_finish_words.end(), words.begin()));
  return words;
}();

bool is_of_anthropic(std::string_view model) {
  return model.starts_with("claude");
}

class Vertex : public Provider {
 public:
  Vertex(std::string address, long long most_tokens) : address_(std::move(address)), most_tokens_(most_tokens) {}

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    if (is_of_anthropic(request.target.model)) {
      return ask_messages(request, settings);
    }
    HttpRequest http = json_request(request, settings, gemini_path(request), gemini_body(request));
    http.folder = "/publishers/google";
    http.query = request.stream ? "alt=sse" : "";
    return http;
  }

  bool takes(std::string_view parameter, std::string_view model) const override {
    return is_of_anthropic(model) ? messages_take(parameter, model) : gemini_takes(parameter);
  }

  std::vector<Refusal> refusals(const Request& request) const override {
    return is_of_anthropic(request.target.model) ? messages_refusals(request) : std::vector<Refusal>();
  }

  void complete(Parameters& asked, std::string_view model) const override {
    if (is_of_anthropic(model)) {
      complete_messages(asked, most_tokens_);
    }
  }

  std::unique_ptr<AnswerReader> reader(const Request& request) const override {
    return is_of_anthropic(request.target.model) ? messages_reader() : gemini_reader();
  }

  std::string address() const override { return address_; }

  std::optional<TokenRequest> token_request(const ProviderSettings& settings, const Variables& variables,
                                            std::chrono::system_clock::time_point now) const override {
    return bears_secrets(settings) ? std::optional(google_token_request(settings.credentials, variables, now))
                                   : std::nullopt;
  }

  // A token of Google's goes to Google alone: to another address goes the written key, or none.
  bool bears_secrets(const ProviderSettings& settings) const override {
    const std::string_view host = split_url(settings.base_url).host;
    return settings.api_key.empty() && host.ends_with(".googleapis.com");
  }

 private:
  // The model stands in the path, and the version in the body.
  HttpRequest ask_messages(const Request& request, const ProviderSettings& settings) const {
    Request asked = request;
    complete(asked.parameters, asked.target.model);
    Value body = map_value().set("anthropic_version", text_value("vertex-2023-10-16"));
    for (Field& field : messages_body(asked).fields) {
      body.set(field.name, std::move(field.value));
    }
    std::string path = fmt::format("/models/{}:{}", percent_encoded(request.target.model),
                                   request.stream ? "streamRawPredict" : "rawPredict");
    HttpRequest http = json_request(request, settings, std::move(path), std::move(body));
    http.folder = "/publishers/anthropic";
    return http;
  }

  std::string address_;
  long long most_tokens_;
};

std::shared_ptr<const Provider> make(FieldReader& settings) {
  constexpr long long most = 10'000'000;
  const std::string location = settings.optional_text("location").value_or("");
  const std::string project = settings.optional_text("project").value_or("");
  const bool is_named = !location.empty() && !project.empty();
  if (!is_named && settings.map().find("base_url") == nullptr) {
    settings.required_value("project");
    settings.required_value("location");
  }
  return std::make_shared<Vertex>(is_named
                                      ? fmt::format("https://{}aiplatform.googleapis.com/v1/projects/{}/locations/{}",
                                                    location == "global" ? "" : location + "-", project, location)
                                      : "",
                                  settings.optional_integer("max_tokens", 1, most).value_or(usual_most_tokens));
}

}  // namespace

const ProviderType vertex_provider{"vertex", "Google's Vertex AI", finish_words, "", {}, make};

}  // namespace promptctl
