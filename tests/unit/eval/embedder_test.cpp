// Embeddings as calls like any other: kept, guarded, and asked for once.

#include "eval/embedder.hpp"

#include <map>

#include "provider/provider_type.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

class Memory : public ResponseCache {
 public:
  std::optional<Response> find(const std::string& digest) override {
    const auto found = replies.find(digest);
    return found == replies.end() ? std::nullopt : std::optional(found->second);
  }
  void put(const std::string& digest, const Response& response) override { replies[digest] = response; }
  void flush() override {}
  void flush_if_due() override {}

  std::map<std::string, Response> replies;
};

// Answers each call at once with a vector for each text.
class Scripted : public ModelClient {
 public:
  void submit(const Request& request, CallHandlers handlers) override {
    asked.push_back(request);
    Response response;
    response.usage.input = 7;
    response.embeddings.assign(request.messages.size(), {1.0F, static_cast<float>(asked.size())});
    handlers.done(response);
  }
  std::size_t poll(std::chrono::milliseconds /*timeout*/) override { return 0; }
  void cancel_all() override {}
  Concurrency concurrency(const std::string& /*provider*/) const override { return {}; }

  std::vector<Request> asked;
};

const Target target{"openai", "e"};

std::string embedded(const Embedder& embedder, const std::vector<std::string>& texts,
                     DataClass data_class = DataClass::internal) {
  std::string text = "nothing";
  embedder.embed(texts, data_class, [&text](const CallOutcome& outcome) {
    const auto* error = std::get_if<ProviderError>(&outcome);
    if (error != nullptr) {
      text = std::string(error_kind_name(error->kind)) + ": " + error->message;
    } else {
      const auto& response = std::get<Response>(outcome);
      text = std::to_string(response.embeddings.size()) + (response.cached ? " kept" : " asked");
    }
  });
  return text;
}

}  // namespace

TEST_CASE("embeddings are asked for once, and kept apart by texts and place") {
  const ProviderSettings settings = plain_provider("openai", *find_provider_type("openai"));
  Memory cache;
  Scripted client;
  const KeptReplies kept(nullptr, &cache, {{"openai", "https://a"}});
  const Embedder embedder(target, settings, &client, kept);
  CHECK(embedded(embedder, {"one", "two"}) == "2 asked");
  CHECK(embedded(embedder, {"one", "two"}) == "2 kept");
  CHECK(embedded(embedder, {"two", "one"}) == "2 asked");
  CHECK(client.asked.size() == 2);
  CHECK(client.asked.front().task == Task::embedding);
  const KeptReplies elsewhere(nullptr, &cache, {{"openai", "https://b"}});
  CHECK(embedded(Embedder(target, settings, &client, elsewhere), {"one", "two"}) == "2 asked");
  CHECK(embedded(Embedder(target, settings, nullptr, kept), {"one", "two"}) == "2 kept");
  CHECK(embedded(Embedder(target, settings, nullptr, kept), {"three"}) ==
        "not-recorded: offline, and these embeddings are neither on the cassette nor in the cache");
  const KeptReplies recorded(&cache, nullptr, {});
  CHECK(embedded(Embedder(target, settings, nullptr, recorded), {"one", "two"}).find("not-recorded") == 0);
}

TEST_CASE("embeddings of guarded data are asked of nobody who may not see it") {
  ProviderSettings settings = plain_provider("openai", *find_provider_type("openai"));
  Scripted client;
  const KeptReplies kept(nullptr, nullptr, {});
  CHECK(embedded(Embedder(target, settings, &client, kept), {"one"}, DataClass::confidential) ==
        "forbidden: confidential data may not be sent to `openai`, which may see internal data");
  CHECK(client.asked.empty());
  settings.max_data_class = DataClass::restricted;
  CHECK(embedded(Embedder(target, settings, &client, kept), {"one"}, DataClass::confidential) == "1 asked");
}
