#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/response.hpp"
#include "provider/provider.hpp"
#include "world/http/http_loop.hpp"

namespace promptctl {

// An access token, or why there is none.
struct TokenAnswer {
  std::string token;
  std::chrono::seconds lifetime{0};
  std::optional<ProviderError> error;
};

// One attempt at an access token, on the wire.
class TokenAttempt : public TransferListener {
 public:
  TokenAttempt(TokenRequest request, std::function<void(TokenAnswer)> came);

  const TokenRequest& request() const { return request_; }

  void head(const HttpHead& head) override;
  bool body(std::string_view bytes) override;
  void finished(const ProviderError* failed) override;

 private:
  TokenRequest request_;
  std::function<void(TokenAnswer)> came_;
  int status_ = 0;
  std::string body_;
};

}  // namespace promptctl
