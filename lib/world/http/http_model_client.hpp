#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "exchange/model_client.hpp"
#include "ports/clock.hpp"
#include "registry/project.hpp"

namespace promptctl {

// Asks models over HTTP. Per provider, when a call may go out is the business of a `RateLimiter`.
// Failed attempts are repeated as provider/retry.hpp says, at most `retries` times and within `timeouts.total`.
class HttpModelClient : public ModelClient {
 public:
  // `variables` resolve ${NAME} in keys, headers and addresses; `seed` is that of the jitter. All references must
  // outlive the client.
  HttpModelClient(const Project& project, const std::map<std::string, std::string>& variables, const Clock& clock,
                  std::uint64_t seed);
  ~HttpModelClient() override;

  void submit(const Request& request, CallHandlers handlers) override;
  std::size_t poll(std::chrono::milliseconds timeout) override;
  void cancel_all() override;
  Concurrency concurrency(const std::string& provider) const override;

 private:
  class Calls;
  std::unique_ptr<Calls> calls_;
};

}  // namespace promptctl
