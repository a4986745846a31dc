// Azure OpenAI's chat completions (learn.microsoft.com/azure/ai-services/openai/reference): a deployment stands in the
// place of a model.

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>
#include <utility>

#include "base/url.hpp"
#include "provider/chat_answer.hpp"
#include "provider/chat_request.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

// All but OpenAI's last, the tier.
constexpr auto parameters = std::span(chat_parameters).first(chat_parameters.size() - 1);

class Azure : public ChatProvider {
 public:
  explicit Azure(std::string version) : ChatProvider({parameters}), version_(std::move(version)) {}

  // Without a version it is the API that has none, and takes the deployment as the model.
  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Asked what = asked(request);
    HttpRequest http = json_request(request, settings, std::move(what.path), std::move(what.body), {"api-key", ""});
    http.folder =
        version_.empty() ? "/openai/v1" : fmt::format("/openai/deployments/{}", percent_encoded(request.target.model));
    http.query = version_.empty() ? "" : "api-version=" + version_;
    return http;
  }

 private:
  std::string version_;
};

std::shared_ptr<const Provider> make(FieldReader& settings) {
  return std::make_shared<Azure>(percent_encoded(settings.optional_text("api_version").value_or("")));
}

// Each resource has an address of its own.
constexpr std::array<KnownProvider, 1> known{{{"azure", "", "${AZURE_OPENAI_API_KEY}"}}};

}  // namespace

const ProviderType azure_provider{
    "azure", "Azure OpenAI's chat completions", chat_finish_words, "[DONE]", known, make, false, false};

}  // namespace promptctl
