#pragma once

#include <memory>
#include <string>
#include <vector>

namespace promptctl::testing {

// Answers requests on 127.0.0.1 with bytes that were written down, and closes each connection behind them: for what no
// well-behaved server sends.
class CannedServer {
 public:
  // The first request gets the first reply, and so on; the last reply stands for all that follow.
  explicit CannedServer(std::vector<std::string> replies);
  ~CannedServer();
  CannedServer(const CannedServer&) = delete;
  CannedServer& operator=(const CannedServer&) = delete;

  int port() const;

  // "http://127.0.0.1:PORT" and `path`.
  std::string address(const std::string& path) const;

  // Head and body of each request so far.
  std::vector<std::string> requests() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// An HTTP response whose length is that of its body.
std::string http_reply(const std::string& status, const std::string& body, const std::string& more_headers = "");

}  // namespace promptctl::testing
