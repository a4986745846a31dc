#pragma once

#include <iosfwd>
#include <memory>

#include "mock/mock_answers.hpp"

namespace promptctl {

// A server of model APIs on 127.0.0.1 that answers by a script: POST to the paths of `mock_apis`, GET /v1/models, GET
// /stats.
// `stop`, or its end, closes every connection.
class MockServer {
 public:
  // `journal`, when given, gets a JSON line for each request, keys redacted; it must outlive the server.
  MockServer(MockAnswers answers, std::ostream* journal);
  ~MockServer();
  MockServer(const MockServer&) = delete;
  MockServer& operator=(const MockServer&) = delete;

  // Begins to serve on `port`, 0 for any free one, and returns the port. Throws `Failure` when it can't be had.
  int start(int port);

  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
