// OpenAI's chat completions (platform.openai.com/docs/api-reference/chat), which most other servers speak as well.

#include <array>
#include <utility>

#include "provider/chat_answer.hpp"
#include "provider/chat_request.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

// Of servers that know the limit on output tokens by its older name.
constexpr auto older_parameters = [] {
  auto older = chat_parameters;
  older[2].path = "max_tokens";
  return older;
}();

class OpenAi : public ChatProvider {
 public:
  using ChatProvider::ChatProvider;

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Asked what = asked(request);
    return json_request(request, settings, std::move(what.path), std::move(what.body));
  }
};

std::shared_ptr<const Provider> make(FieldReader& settings) {
  const auto name = settings.optional_choice("max_tokens_parameter", {"max_completion_tokens", "max_tokens"});
  const auto format = settings.optional_choice("response_format", {"json_schema", "json_object", "none"});
  ChatDialect dialect{name == "max_tokens" ? older_parameters : chat_parameters};
  dialect.response_format = format == "none"          ? ResponseFormat::none
                            : format == "json_object" ? ResponseFormat::json_object
                                                      : ResponseFormat::json_schema;
  return std::make_shared<OpenAi>(dialect);
}

constexpr std::string_view of_deepseek = R"({"max_tokens_parameter": "max_tokens", "response_format": "json_object"})";
constexpr std::string_view of_together = R"({"max_tokens_parameter": "max_tokens"})";

constexpr std::array<KnownProvider, 6> known{
    {{"deepseek", "https://api.deepseek.com", "${DEEPSEEK_API_KEY}", of_deepseek},
     {"groq", "https://api.groq.com/openai/v1", "${GROQ_API_KEY}"},
     {"openai", "https://api.openai.com/v1", "${OPENAI_API_KEY}"},
     {"openrouter", "https://openrouter.ai/api/v1", "${OPENROUTER_API_KEY}"},
     {"together", "https://api.together.xyz/v1", "${TOGETHER_API_KEY}", of_together},
     {"xai", "https://api.x.ai/v1", "${XAI_API_KEY}"}}};

}  // namespace

const ProviderType openai_provider{
    "openai", "OpenAI's chat completions, and every server that speaks them", chat_finish_words, "[DONE]", known, make};

}  // namespace promptctl
