#pragma once

#include <map>
#include <optional>
#include <string>

#include "exchange/request.hpp"
#include "exchange/response.hpp"
#include "exchange/response_cache.hpp"

namespace promptctl {

// The replies that need no call: a cassette is asked first, then the cache, which keeps fresh ones.
class KeptReplies {
 public:
  // Null: there is none. `places`: by provider, what its replies are kept apart by (provider/reply_places.hpp): what
  // was answered elsewhere, or by other settings, is no answer here. A mock server's must not pass for the provider's.
  KeptReplies(ResponseCache* cassette, ResponseCache* cache, std::map<std::string, std::string> places)
      : cassette_(cassette), cache_(cache), places_(std::move(places)) {}

  // `digest` is `request_digest` of what is asked of the target.
  std::optional<Response> find(const Target& target, const std::string& digest) const;
  void keep(const Target& target, const std::string& digest, const Response& response) const;

  void flush() const;
  void flush_if_due() const;

 private:
  std::string key(const Target& target, const std::string& digest) const;

  ResponseCache* cassette_;
  ResponseCache* cache_;
  std::map<std::string, std::string> places_;
};

}  // namespace promptctl
