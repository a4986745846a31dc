// Which model answered, as far as its name says.

#include "exchange/model_family.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("a snapshot is of its model's family") {
  CHECK(model_family("gpt-4o-2024-08-06") == "gpt-4o");
  CHECK(model_family("claude-3-5-sonnet-20241022") == "claude-3-5-sonnet");
  CHECK(model_family("claude-3-5-sonnet-latest") == "claude-3-5-sonnet");
  CHECK(model_family("models/gemini-1.5-flash-002") == "gemini-1.5-flash");
  CHECK(model_family("gemini-2.5-flash-preview-05-20") == "gemini-2.5-flash-preview-05-20");
  CHECK(model_family("gpt-4-0613") == "gpt-4");
  CHECK(model_family("mistral-large-2411") == "mistral-large");
  CHECK(model_family("o1-2024-12-17") == "o1");
  CHECK(model_family("claude-opus-4-1@20250805") == "claude-opus-4-1");
  CHECK(model_family("2024") == "2024");
}

TEST_CASE("a model that was asked for by its name is served by its snapshots, and by no other") {
  for (const auto& [asked, served] : std::initializer_list<std::pair<const char*, const char*>>{
           {"openai/gpt-4o", "gpt-4o-2024-08-06"},
           {"openai/gpt-4o-2024-08-06", "gpt-4o-2024-08-06"},
           {"openrouter/openai/gpt-4o", "openai/gpt-4o"},
           {"openrouter/meta-llama/Llama-3:free", "meta-llama/llama-3"},
           {"anthropic/claude-3-5-sonnet-latest", "claude-3-5-sonnet-20241022"},
           {"ollama/llama3", "llama3:latest"},
           {"ollama/llama3:8b", "llama3:8b"},
           {"openai/gpt-4o", ""}}) {
    INFO(asked << " " << served);
    CHECK_FALSE(is_other_model(asked, served));
  }
  for (const auto& [asked, served] :
       std::initializer_list<std::pair<const char*, const char*>>{{"openai/gpt-4o", "gpt-4o-mini-2024-07-18"},
                                                                  {"openai/gpt-4o", "gpt-3.5-turbo"},
                                                                  {"openai/gpt-4o-2024-05-13", "gpt-4o-2024-08-06"},
                                                                  {"openai/o1", "o1-preview"},
                                                                  {"ollama/llama3:8b", "llama3:70b"},
                                                                  {"anthropic/claude-opus-4-1", "claude-opus-4-8"}}) {
    INFO(asked << " " << served);
    CHECK(is_other_model(asked, served));
  }
}
