// Mistral's chat completions (docs.mistral.ai/api), which are nearly OpenAI's.

#include <array>
#include <utility>

#include "provider/chat_answer.hpp"
#include "provider/chat_request.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

constexpr std::array<SentParameter, 7> parameters{{{"temperature", "temperature"},
                                                   {"top_p", "top_p"},
                                                   {"max_output_tokens", "max_tokens"},
                                                   {"seed", "random_seed"},
                                                   {"stop", "stop"},
                                                   {"frequency_penalty", "frequency_penalty"},
                                                   {"presence_penalty", "presence_penalty"}}};

constexpr std::array<FinishWord, 4> finish_words{
    {{"stop", "stop"}, {"tool_calls", "tool_calls"}, {"length", "length"}, {"model_length", "length"}}};

constexpr bool counts_unasked = false;  // Its streams have counts, whoever asks.

class Mistral : public ChatProvider {
 public:
  Mistral() : ChatProvider({parameters, counts_unasked}) {}

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Asked what = asked(request);
    return json_request(request, settings, std::move(what.path), std::move(what.body));
  }
};

std::shared_ptr<const Provider> make(FieldReader& /*settings*/) {
  return std::make_shared<Mistral>();
}

constexpr std::array<KnownProvider, 1> known{{{"mistral", "https://api.mistral.ai/v1", "${MISTRAL_API_KEY}"}}};

}  // namespace

const ProviderType mistral_provider{"mistral", "Mistral's chat completions", finish_words, "[DONE]", known, make};

}  // namespace promptctl
