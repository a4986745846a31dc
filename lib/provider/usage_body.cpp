#include "provider/usage_body.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace promptctl {
namespace {

using Count = std::optional<long long>;

const Value* at(const Value* value, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) {
    value = value == nullptr ? nullptr : value->find(name);
  }
  return value;
}

// What counts tokens, and how much in it is there and can't be read.
class UsageBody {
 public:
  using Path = std::initializer_list<std::string_view>;

  explicit UsageBody(const Value& value) : value_(value) {}

  const Value* find(std::string_view name) const { return value_.find(name); }
  long long unreadable() const { return unreadable_; }

  Count count(const Value* field) {
    constexpr double most = 1e12;  // Nobody sends more; what claims to be more, or less than none, is no count.
    if (field == nullptr || field->is_null()) {
      return std::nullopt;
    }
    if (field->is_integer() && field->number() >= 0 && field->number() <= most) {
      return static_cast<long long>(field->number());
    }
    ++unreadable_;
    return std::nullopt;
  }

  // The first of these that is a count.
  Count count(std::initializer_list<Path> paths) {
    for (const Path& path : paths) {
      if (const Count found = count(at(&value_, path))) {
        return found;
      }
    }
    return std::nullopt;
  }

  // The highest of the counts, where one server has the same under several names and fills in only some.
  Count most(std::initializer_list<Path> paths) {
    Count highest;
    for (const Path& path : paths) {
      if (const Count found = count(at(&value_, path))) {
        highest = std::max(*found, highest.value_or(0));
      }
    }
    return highest;
  }

 private:
  const Value& value_;
  long long unreadable_ = 0;
};

// Of those that are known; none when none is.
Count sum(std::initializer_list<Count> counts) {
  Count total;
  for (const Count& one : counts) {
    total = one ? total.value_or(0) + *one : total;
  }
  return total;
}

// A count that says something only where it is not 0.
Count if_any(const Count& count) {
  return count.value_or(0) > 0 ? count : std::nullopt;
}

// What is charged for beside tokens, in replies of whatever shape.
void read_extras(UsageBody& usage, Usage& read) {
  read.searches = if_any(usage.most({{"server_tool_use", "web_search_requests"}, {"num_search_queries"}}));
  read.unpriced = if_any(
      sum({read.unpriced, usage.count(usage.find("num_sources_used")), usage.count(usage.find("citation_tokens"))}));
}

// What the total counts beyond input and output: hidden thoughts, mostly, and nobody says at which price.
Count untold(const Count& total, const Usage& read) {
  const Count told = read.input && read.output ? sum({read.input, read.output}) : total;
  return total && told && *total > *told ? Count(*total - *told) : std::nullopt;
}

// OpenAI's chat completions (platform.openai.com/docs/api-reference/chat), as DeepSeek, xAI, Mistral, Groq, Moonshot,
// OpenRouter and others have them. xAI and Perplexity count reasoning beside the completion: Perplexity's, and xAI's
// older replies, not among its details; xAI's newer replies only the total tells. Gateways to Anthropic's models
// (LiteLLM) have its names for the cache beside OpenAI's, and count it as part of the prompt; where it is beside the
// prompt, the total tells.
Usage read_chat(UsageBody& usage) {
  Usage read;
  read.input = usage.count({{"prompt_tokens"}});
  read.output = usage.count({{"completion_tokens"}});
  read.cached = usage.most({{"prompt_tokens_details", "cached_tokens"},
                            {"prompt_cache_hit_tokens"},
                            {"cached_tokens"},
                            {"cached_prompt_text_tokens"},
                            {"cache_read_input_tokens"}});
  read.cache_write_1h =
      usage.most({{"prompt_tokens_details", "cache_creation_token_details", "ephemeral_1h_input_tokens"},
                  {"cache_creation", "ephemeral_1h_input_tokens"}});
  read.cache_write = usage.most({{"prompt_tokens_details", "cache_write_tokens"},
                                 {"prompt_tokens_details", "cache_creation_tokens"},
                                 {"prompt_tokens_details", "cache_creation_input_tokens"},
                                 {"cache_creation_input_tokens"}});
  read.input_audio = usage.count({{"prompt_tokens_details", "audio_tokens"}});
  read.output_audio = usage.count({{"completion_tokens_details", "audio_tokens"}});
  read.output_image = if_any(usage.count({{"completion_tokens_details", "image_tokens"}}));
  const Count within = usage.count({{"completion_tokens_details", "reasoning_tokens"}});
  const Count beside = within ? std::nullopt : usage.count({{"reasoning_tokens"}});
  read.reasoning = within ? within : beside;
  const Count total = usage.count({{"total_tokens"}});
  const Count of_cache = if_any(sum({read.cached, read.cache_write}));
  if (of_cache && read.input && read.output && total == sum({read.input, of_cache, read.output})) {
    read.input = sum({read.input, of_cache});
  }
  const bool is_added = within.value_or(0) > 0 && read.output && total == sum({read.input, read.output, within});
  read.output = read.output ? sum({read.output, is_added ? within : beside}) : read.output;
  const Count video = sum({usage.count({{"prompt_tokens_details", "video_tokens"}}),
                           usage.count({{"completion_tokens_details", "video_tokens"}})});
  read.unpriced = if_any(sum({video, untold(total, read)}));
  return read;
}

// OpenAI's responses and realtime API (platform.openai.com/docs/api-reference/responses).
Usage read_responses(UsageBody& usage) {
  Usage read;
  read.input = usage.count({{"input_tokens"}});
  read.output = usage.count({{"output_tokens"}});
  read.cached = usage.count({{"input_tokens_details", "cached_tokens"}, {"input_token_details", "cached_tokens"}});
  read.cache_write = usage.count({{"input_tokens_details", "cache_write_tokens"}});
  read.reasoning = usage.count({{"output_tokens_details", "reasoning_tokens"}});
  read.input_audio = usage.count({{"input_tokens_details", "audio_tokens"}, {"input_token_details", "audio_tokens"}});
  read.cached_audio = usage.count({{"input_token_details", "cached_tokens_details", "audio_tokens"}});
  read.output_audio =
      usage.count({{"output_tokens_details", "audio_tokens"}, {"output_token_details", "audio_tokens"}});
  read.output_image =
      if_any(usage.count({{"output_tokens_details", "image_tokens"}, {"output_token_details", "image_tokens"}}));
  return read;
}

// Anthropic's messages (docs.anthropic.com/en/api/messages) and Bedrock's Converse: `input_tokens` are only those that
// the cache has no part in.
Usage read_messages(UsageBody& usage) {
  Usage read;
  const Count written_1h = usage.count({{"cache_creation", "ephemeral_1h_input_tokens"}});
  const Count written_5m = usage.count({{"cache_creation", "ephemeral_5m_input_tokens"}});
  const Count written = usage.count({{"cache_creation_input_tokens"}, {"cacheWriteInputTokens"}});
  read.cached = usage.count({{"cache_read_input_tokens"}, {"cacheReadInputTokens"}});
  read.cache_write = written ? written : sum({written_5m, written_1h});
  read.cache_write_1h = written_1h;
  const Count fresh = usage.count({{"input_tokens"}, {"inputTokens"}});
  read.input = fresh ? sum({fresh, read.cached, read.cache_write}) : fresh;
  read.output = usage.count({{"output_tokens"}, {"outputTokens"}});
  read.reasoning = usage.count({{"output_tokens_details", "thinking_tokens"}});
  return read;
}

// The tokens of one modality in one of Gemini's lists.
Count of_modality(UsageBody& usage, std::string_view list, std::string_view name) {
  const Value* details = usage.find(list);
  if (details == nullptr) {
    return std::nullopt;
  }
  Count total;
  for (const Value& item : details->items) {
    const Value* modality = item.find("modality");
    if (modality != nullptr && modality->text == name) {
      total = sum({total, usage.count(item.find("tokenCount"))});
    }
  }
  return total;
}

// Gemini's `usageMetadata` (ai.google.dev/api/generate-content): counts of 0 are left out, and thoughts are beside the
// candidates.
Usage read_gemini(UsageBody& usage) {
  Usage read;
  read.reasoning = usage.count({{"thoughtsTokenCount"}});
  read.input = sum({usage.count({{"promptTokenCount"}}), usage.count({{"toolUsePromptTokenCount"}})});
  read.output = sum({0, usage.count({{"candidatesTokenCount"}}), read.reasoning});
  read.cached = usage.count({{"cachedContentTokenCount"}});
  read.input_audio = sum(
      {of_modality(usage, "promptTokensDetails", "AUDIO"), of_modality(usage, "toolUsePromptTokensDetails", "AUDIO")});
  read.cached_audio = of_modality(usage, "cacheTokensDetails", "AUDIO");
  read.output_audio = of_modality(usage, "candidatesTokensDetails", "AUDIO");
  read.output_image = if_any(of_modality(usage, "candidatesTokensDetails", "IMAGE"));
  read.unpriced = if_any(of_modality(usage, "candidatesTokensDetails", "VIDEO"));
  return read;
}

// Ollama's last line (github.com/ollama/ollama/blob/main/docs/api.md): what its cache has of the prompt is not counted.
Usage read_ollama(UsageBody& usage) {
  Usage read;
  read.input = usage.count({{"prompt_eval_count"}});
  read.output = usage.count({{"eval_count"}});
  return read;
}

// Cohere's chat (docs.cohere.com/reference/chat): what it charges for is less than what the model saw.
Usage read_cohere(UsageBody& usage) {
  Usage read;
  read.input = usage.count({{"billed_units", "input_tokens"}});
  read.output = usage.count({{"billed_units", "output_tokens"}});
  return read;
}

struct Shape {
  std::string_view key;  // what only this one has
  Usage (*read)(UsageBody& usage);
};

constexpr std::array<Shape, 12> shapes{{
    {"promptTokenCount", read_gemini},
    {"billed_units", read_cohere},
    {"eval_count", read_ollama},
    {"inputTokens", read_messages},
    {"prompt_tokens", read_chat},
    {"cache_creation_input_tokens", read_messages},
    {"cache_read_input_tokens", read_messages},
    {"cache_creation", read_messages},
    {"input_tokens", read_responses},  // and of Anthropic, where no cache had a part
    {"output_tokens", read_responses},
    {"completion_tokens", read_chat},
    {"prompt_eval_count", read_ollama},  // of embeddings, which have no output
}};

// Whether a field says what is charged at the list's price; so does one that is not there.
bool is_usual(const Value* field, std::initializer_list<std::string_view> usual) {
  return field == nullptr || !field->is_text() || field->text.empty() ||
         std::find(usual.begin(), usual.end(), field->text) != usual.end();
}

// Whether the call was served at another price than the list's: OpenAI's, Anthropic's and Azure's tiers, and
// Anthropic's speeds and places.
bool is_of_other_tier(const Value& reply) {
  const std::array<const Value*, 4> tiers{reply.find("service_tier"), at(&reply, {"usage", "service_tier"}),
                                          at(&reply, {"response", "service_tier"}),
                                          at(&reply, {"message", "usage", "service_tier"})};
  const std::array<const Value*, 2> usages{reply.find("usage"), at(&reply, {"message", "usage"})};
  return std::any_of(
             tiers.begin(), tiers.end(),
             [](const Value* tier) { return tier != nullptr && (tier->text == "flex" || tier->text == "priority"); }) ||
         std::any_of(usages.begin(), usages.end(), [](const Value* usage) {
           return !is_usual(at(usage, {"speed"}), {"standard"}) ||
                  !is_usual(at(usage, {"inference_geo"}), {"global", "not_available"});
         });
}

}  // namespace

Usage read_usage_body(const Value& usage) {
  for (const Shape& shape : shapes) {
    if (usage.find(shape.key) != nullptr) {
      UsageBody body(usage);
      Usage read = shape.read(body);
      read_extras(body, read);
      read.unpriced = if_any(sum({read.unpriced, body.unreadable()}));
      return read;
    }
  }
  return {};
}

Usage usage_in(const Value& reply) {
  std::vector<const Value*> places{
      reply.find("usage"),
      reply.find("usageMetadata"),
      at(&reply, {"response", "usage"}),
      at(&reply, {"x_groq", "usage"}),
      at(&reply, {"message", "usage"}),
      at(&reply, {"metadata", "usage"}),
      reply.find("prompt_eval_count") == nullptr && reply.find("eval_count") == nullptr ? nullptr : &reply};
  if (const Value* choices = reply.find("choices"); choices != nullptr && !choices->items.empty()) {
    places.push_back(choices->items.front().find("usage"));  // Moonshot's streams
  }
  Usage usage;
  for (const Value* place : places) {
    usage = place == nullptr ? usage : highest(usage, read_usage_body(*place));
  }
  if (is_of_other_tier(reply)) {
    usage.unpriced = sum({usage.unpriced, 1});
  }
  return usage;
}

}  // namespace promptctl
