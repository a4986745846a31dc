#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "eval/budget.hpp"
#include "eval/kept_replies.hpp"
#include "exchange/model_client.hpp"
#include "price/target_price.hpp"

namespace promptctl {

// How a request was answered.
struct Answered {
  CallOutcome outcome;
  bool replayed = false;         // cassette or cache answered
  bool was_called = false;       // the client was asked
  std::optional<Usd> cost = {};  // of the answer; none: price or usage unknown, or there is none
  LostCost lost = {};            // of the attempts that gave none
};

// Answers requests, from wherever an answer can be had: cassette, cache, or the model, within the run's budget. Replies
// and judges' verdicts go the same way.
class Answering {
 public:
  using Done = std::function<void(Answered)>;

  // `client` is null offline. All references must outlive it.
  Answering(ModelClient* client, const KeptReplies& kept, const TargetPrices& prices, Budget& budget)
      : client_(client), kept_(kept), prices_(prices), budget_(budget) {}

  // What `request`, with so many `further` bytes of input, can cost at most; nothing where its price is not known.
  Usd worst_cost(const Request& request, std::size_t further = 0) const;

  // Whether `digest` would be answered without a call.
  bool is_kept(const Request& request, const std::string& digest) const;

  // `done` is called once: at once where nothing is called, else from a later `poll`. `later` is reserved with it,
  // until the caller releases it from the budget: what may follow from the answer. False, and `done` is dropped, where
  // the budget may let the call through once another has ended. `keeps`: a fresh answer is kept in the cache at once,
  // not by the caller's `keep`.
  bool ask(const Request& request, const std::string& digest, Usd later, Done done, bool keeps = true);

  // Keeps an answer in the cache.
  void keep(const Target& target, const std::string& digest, const Response& response) const {
    kept_.keep(target, digest, response);
  }

  // Whether one more call to the provider may be made now.
  bool has_room(const std::string& provider) const;

  std::size_t in_flight() const { return in_flight_; }

  // How many calls have ended so far.
  std::size_t ended() const { return ended_; }

  void poll(std::chrono::milliseconds wait);
  void cancel_all();

  // How many calls may be under way to the providers asked so far: as it is set, and as they let us now.
  std::size_t most_in_flight() const;
  std::size_t limit() const;

  // A provider that will be asked.
  void expect(const std::string& provider) { calls_.try_emplace(provider, 0); }

 private:
  void submit(const Request& request, const std::string& digest, Usd worst, Done done, bool keeps);
  ProviderError over_budget() const;

  ModelClient* client_;
  const KeptReplies& kept_;
  const TargetPrices& prices_;
  Budget& budget_;
  std::map<std::string, std::size_t> calls_;  // in flight, by provider
  std::size_t in_flight_ = 0;
  std::size_t ended_ = 0;
};

}  // namespace promptctl
