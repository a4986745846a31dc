// Google's Gemini API.

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "base/url.hpp"
#include "provider/embedding.hpp"
#include "provider/gemini_content.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

// Several texts at once (ai.google.dev/api/embeddings): each names the model again.
Value embeddings_body(const Request& request) {
  Value requests = list_value({});
  for (const Value& text : embedding_texts(request).items) {
    Value parts = list_value({map_value().set("text", text)});
    Value one = map_value();
    one.set("model", text_value("models/" + request.target.model))
        .set("content", map_value().set("parts", std::move(parts)));
    if (request.dimensions) {
      one.set("outputDimensionality", integer_value(*request.dimensions));
    }
    requests.items.push_back(std::move(one));
  }
  return map_value().set("requests", std::move(requests));
}

class Gemini : public Provider {
 public:
  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    const bool embeds = request.task == Task::embedding;
    std::string path = embeds ? fmt::format("/models/{}:batchEmbedContents", percent_encoded(request.target.model))
                              : gemini_path(request);
    HttpRequest http = json_request(request, settings, std::move(path),
                                    embeds ? embeddings_body(request) : gemini_body(request), {"x-goog-api-key", ""});
    http.query = request.stream && !embeds ? "alt=sse" : "";
    return http;
  }

  bool takes(std::string_view parameter, std::string_view /*model*/) const override { return gemini_takes(parameter); }

  bool embeds() const override { return true; }

  std::unique_ptr<AnswerReader> reader(const Request& request) const override {
    if (request.task == Task::embedding) {
      return std::make_unique<EmbeddingAnswer>(request, "STOP", true);
    }
    return gemini_reader();
  }
};

std::shared_ptr<const Provider> make(FieldReader& /*settings*/) {
  return std::make_shared<Gemini>();
}

constexpr std::array<KnownProvider, 1> known{
    {{"google", "https://generativelanguage.googleapis.com/v1beta", "${GEMINI_API_KEY}"}}};

}  // namespace

const ProviderType gemini_provider{"gemini", "Google's Gemini API", gemini_finish_words, "", known, make};

}  // namespace promptctl
