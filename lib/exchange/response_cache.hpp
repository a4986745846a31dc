#pragma once

#include <optional>
#include <string>

#include "exchange/response.hpp"

namespace promptctl {

// Replies by the digest of the whole request, the repeat's number included. Only answers are kept, never errors.
class ResponseCache {
 public:
  virtual ~ResponseCache() = default;

  // The reply as it was when it was put in; `cached` is set.
  virtual std::optional<Response> find(const std::string& request_digest) = 0;

  // Keeps the reply; one with the same digest is replaced. Durable at `flush`, or at a `flush_if_due` half a second
  // later.
  virtual void put(const std::string& request_digest, const Response& response) = 0;

  virtual void flush() = 0;
  virtual void flush_if_due() = 0;
};

}  // namespace promptctl
