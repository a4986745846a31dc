#pragma once

#include <memory>
#include <string>

#include "ports/response_cache.hpp"

namespace promptctl {

// Replies in `.promptctl/cache.db`. Several processes may share the file.
class SqliteResponseCache : public ResponseCache {
 public:
  explicit SqliteResponseCache(std::string path);
  ~SqliteResponseCache() override;

  std::optional<Response> find(const std::string& request_digest) override;
  void put(const std::string& request_digest, const Response& response) override;
  void flush() override;
  void flush_if_due() override;

  struct Size {
    long long replies = 0;
    long long bytes = 0;  // of the replies, not of the file
  };
  Size size();

  // Forgets every reply and returns how many there were.
  long long clear();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
