#pragma once

#include <functional>
#include <memory>
#include <string>

#include "exchange/response_cache.hpp"

namespace promptctl {

class DamagedDatabase;

// Replies in `.promptctl/cache.db`. Several processes may share the file. A damaged file is put aside, said through
// `Say`, and a new one begun.
class SqliteResponseCache : public ResponseCache {
 public:
  using Say = std::function<void(const std::string& note)>;

  explicit SqliteResponseCache(std::string path, Say say = {});
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
  struct Opened;
  struct State;

  template <typename Work>
  void use(Work work);
  std::string kept(const std::string& request_digest);
  void put_aside(const DamagedDatabase& damage);

  std::unique_ptr<State> state_;
};

}  // namespace promptctl
