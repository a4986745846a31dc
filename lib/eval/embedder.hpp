#pragma once

#include <functional>
#include <string>
#include <vector>

#include "eval/kept_replies.hpp"
#include "exchange/data_class.hpp"
#include "exchange/model_client.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

// Makes embeddings of texts, as a call like any other: with the cassette, the cache, the data class and the price of
// one.
class Embedder {
 public:
  // `client` is null offline: only what is kept is found. All references must outlive it; `settings` are the target's.
  Embedder(Target target, const ProviderSettings& settings, ModelClient* client, const KeptReplies& kept)
      : target_(std::move(target)), settings_(settings), client_(client), kept_(kept) {}

  // One vector for each text, in order: `Response::embeddings`, with its tokens; `cached` where nothing was asked.
  // `done` is called once, at once where it needs no call, else from a later `poll` of the client.
  void embed(const std::vector<std::string>& texts, DataClass data_class, std::function<void(CallOutcome)> done) const;

 private:
  Target target_;
  const ProviderSettings& settings_;
  ModelClient* client_;
  const KeptReplies& kept_;
};

}  // namespace promptctl
