// Which model answered, as far as its name says.

#include "exchange/model_family.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("a snapshot is of its model's family") {
  CHECK(model_family("gpt-4o-2024-08-06") == "gpt-4o");
  CHECK(model_family("claude-3-5-sonnet-20241022") == "claude-3-5-sonnet");
  CHECK(model_family("claude-3-5-sonnet-latest") == "claude-3-5-sonnet");
  CHECK(model_family("models/gemini-1.5-flash-002") == "gemini-1.5-flash");
  CHECK(model_family("gpt-4-0613") == "gpt-4");
  CHECK(model_family("mistral-large-2411") == "mistral-large");
  CHECK(model_family("meta-llama/Llama-3-8B:free") == "llama-3-8b");
  CHECK(model_family("claude-opus-4-1@20250805") == "claude-opus-4-1");
  CHECK(model_family("2024") == "2024");
}

TEST_CASE("another size or another maker is another family") {
  CHECK(is_of_other_family("openai/gpt-4o", "gpt-4o-mini-2024-07-18"));
  CHECK(is_of_other_family("openai/gpt-4o", "gpt-3.5-turbo"));
  CHECK(is_of_other_family("anthropic/claude-opus-4-1", "claude-opus-4-8"));
  CHECK_FALSE(is_of_other_family("openai/gpt-4o", "gpt-4o-2024-08-06"));
  CHECK_FALSE(is_of_other_family("openrouter/openai/gpt-4o", "openai/gpt-4o"));
  CHECK_FALSE(is_of_other_family("openai/gpt-4o", ""));
  CHECK_FALSE(is_of_other_family("ollama/llama3", "llama3:latest"));
}
