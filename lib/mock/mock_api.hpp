#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/response.hpp"
#include "mock/mock_answers.hpp"

namespace promptctl {

// What a request asks, as far as rules look at it.
struct MockAsked {
  std::string model;
  std::string text;  // of all messages, one after the other, each ended by a line break
  std::string last;  // of the last message
  bool stream = false;
  bool with_usage = true;                    // of a stream
  std::vector<std::string> texts = {};       // to be embedded; empty: a reply is asked for
  std::optional<long long> dimensions = {};  // of each embedding
};

// What is answered.
struct MockSaid {
  std::string text;
  std::string thoughts;       // empty: it shows none
  std::string finish_reason;  // as the API has it
  Usage usage;
};

// A kind of model API, as the mock server speaks it. One file in answers/ each, by the name of the provider's type.
struct MockApi {
  std::string_view name;

  bool (*serves)(std::string_view path);

  // None where the body is no request of this API.
  std::optional<MockAsked> (*read)(std::string_view path, const Value& body);

  // Streamed word by word where that was asked for. Without delays.
  MockAnswer (*answer)(const MockAsked& asked, const MockSaid& said);
};

std::span<const MockApi* const> mock_apis();

// Null where no API has this path.
const MockApi* find_mock_api(std::string_view path);

}  // namespace promptctl
