// Anthropic's own API.

#include <array>
#include <utility>

#include "provider/anthropic_messages.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

class Anthropic : public Provider {
 public:
  explicit Anthropic(long long most_tokens) : most_tokens_(most_tokens) {}

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Request asked = request;
    complete(asked.parameters, asked.target.model);
    Value body = map_value().set("model", text_value(request.target.model));
    for (Field& field : messages_body(asked).fields) {
      body.set(field.name, std::move(field.value));
    }
    HttpRequest http = json_request(request, settings, "/messages", std::move(body), {"x-api-key", ""});
    http.headers.emplace(http.headers.begin() + 1, "anthropic-version", "2023-06-01");
    return http;
  }

  bool takes(std::string_view parameter, std::string_view model) const override {
    return messages_take(parameter, model);
  }

  void complete(Parameters& asked, std::string_view /*model*/) const override {
    complete_messages(asked, most_tokens_);
  }

  std::vector<Refusal> refusals(const Request& request) const override { return messages_refusals(request); }

  std::unique_ptr<AnswerReader> reader(const Request& /*request*/) const override { return messages_reader(); }

 private:
  long long most_tokens_;
};

std::shared_ptr<const Provider> make(FieldReader& settings) {
  constexpr long long most = 10'000'000;
  return std::make_shared<Anthropic>(settings.optional_integer("max_tokens", 1, most).value_or(usual_most_tokens));
}

constexpr std::array<KnownProvider, 1> known{{{"anthropic", "https://api.anthropic.com/v1", "${ANTHROPIC_API_KEY}"}}};

}  // namespace

const ProviderType anthropic_provider{"anthropic", "Anthropic's messages", messages_finish_words, "", known, make};

}  // namespace promptctl
