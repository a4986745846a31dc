#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "exchange/response.hpp"
#include "ports/clock.hpp"
#include "provider/provider_settings.hpp"
#include "provider/variables.hpp"
#include "world/http/http_loop.hpp"

namespace promptctl {

// The access token that each request to one provider bears, where the provider wants one: asked for when it is needed,
// again when its time is over, and again where no answer came.
class TokenSource {
 public:
  // All references must outlive it; `seed` is that of the waits between attempts.
  TokenSource(const ProviderSettings& settings, const Variables& variables, const Clock& clock, std::uint64_t seed);
  TokenSource(TokenSource&& other) noexcept;
  TokenSource& operator=(TokenSource&& other) noexcept;
  ~TokenSource();

  // Whether requests can go out: no token is wanted, or one is here. Else asks for one by the loop, where that is due.
  bool is_ready(std::chrono::steady_clock::time_point now, TransferOptions options, HttpLoop& loop);

  // Empty where none is wanted.
  const std::string& text() const;

  // A server does not take it: it is asked for anew before the next request.
  void drop();

  // Why none will come.
  const std::optional<ProviderError>& refusal() const;

  // When it is asked for again, where that failed.
  std::chrono::steady_clock::time_point due() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
