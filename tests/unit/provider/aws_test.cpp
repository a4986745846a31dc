// Amazon: the signature, the event stream's frames, and Bedrock's Converse.

#include "provider/aws_frames.hpp"
#include "provider/aws_signature.hpp"
#include "provider/resolve.hpp"
#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

constexpr std::chrono::system_clock::time_point second_of_january{std::chrono::seconds(1'704'164'645)};

std::string header(const HttpRequest& request, std::string_view name) {
  for (const auto& [one, value] : request.headers) {
    if (one == name) {
      return value;
    }
  }
  return "none";
}

std::string signature_of(const std::string& url, const std::string& body, const std::string& token) {
  HttpRequest request;
  request.url = url;
  request.body = body;
  request.headers = {{"Content-Type", "application/json"}};
  AwsSigning aws;
  aws.service = "bedrock";
  aws.region = "us-east-1";
  aws.access_key = "AKID";
  aws.secret_key = "SECRET";
  aws.session_token = token;
  sign_for_aws(request, aws, second_of_january);
  const std::string signed_by = header(request, "Authorization");
  return signed_by.substr(signed_by.find("Signature=") + 10);
}

std::string event(const std::string& type, const std::string& payload) {
  return aws_frame({{":content-type", "application/json"}, {":event-type", type}, {":message-type", "event"}}, payload);
}

const std::string begun = event("messageStart", R"({"role":"assistant"})");

std::string text(const std::string& piece) {
  return event("contentBlockDelta", R"({"contentBlockIndex":0,"delta":{"text":")" + piece + "\"}}");
}

std::string ended_by(const std::string& reason) {
  return event("contentBlockStop", R"({"contentBlockIndex":0})") +
         event("messageStop", R"({"stopReason":")" + reason + "\"}") +
         event("metadata", R"({"usage":{"inputTokens":7,"outputTokens":2,"totalTokens":14,"cacheReadInputTokens":5},)"
                           R"("metrics":{"latencyMs":3}})");
}

}  // namespace

TEST_CASE("aws: signatures are those of botocore") {
  CHECK(signature_of("https://bedrock-runtime.us-east-1.amazonaws.com/model/"
                     "anthropic.claude-3-5-sonnet-20241022-v2%3A0/invoke",
                     R"({"a":1})", "TOK") == "10531baf6ad227ce739071a766ab97a403bfca0623f205fc4c5b43b60c56834a");
  CHECK(signature_of("https://bedrock-runtime.us-east-1.amazonaws.com/x?b=2&a=1", R"({"a":1})", "") ==
        "749d7733ad59dc121add1635297ee9fcf250e195ab560be9a846c6b42d4db07c");
  CHECK(signature_of("http://127.0.0.1:8080/model/m/converse", "", "") ==
        "8e0a5f45ea972f278592c5b1490e33b4310d10865a708c4a7718a72b33091c0f");
}

TEST_CASE("aws: a bearer's key comes before a signature, and what is missing is named") {
  ProviderSettings settings = provider_of("bedrock");
  settings.base_url = "https://bedrock-runtime.${AWS_REGION}.amazonaws.com";
  settings.api_key = "${AWS_BEARER_TOKEN_BEDROCK:-}";
  Request request;
  request.target = {"p", "us.anthropic.claude-x-v1:0"};
  const auto resolved = [&](const Variables& variables) {
    return resolve(settings.api->ask(request, settings), "", variables);
  };
  const ResolvedRequest bearer = resolved({{"AWS_REGION", "eu-west-1"}, {"AWS_BEARER_TOKEN_BEDROCK", "b-1"}});
  CHECK(bearer.fault.empty());
  CHECK_FALSE(bearer.http.aws.has_value());
  CHECK(header(bearer.http, "Authorization") == "Bearer b-1");
  CHECK(bearer.http.url ==
        "https://bedrock-runtime.eu-west-1.amazonaws.com/model/us.anthropic.claude-x-v1%3A0/converse-stream");
  const ResolvedRequest keys =
      resolved({{"AWS_REGION", "eu-west-1"}, {"aws:AWS_ACCESS_KEY_ID", "A"}, {"aws:AWS_SECRET_ACCESS_KEY", "S"}});
  CHECK(keys.fault.empty());
  REQUIRE(keys.http.aws.has_value());
  CHECK(keys.http.aws->region == "eu-west-1");
  CHECK(keys.http.aws->session_token.empty());
  CHECK(header(keys.http, "Authorization") == "none");
  CHECK(resolved({{"AWS_REGION", "eu-west-1"}}).fault.find("there are no AWS credentials: set ") == 0);
  CHECK(resolved({{"aws:AWS_ACCESS_KEY_ID", "A"}}).fault == "the environment variable AWS_REGION is not set");
  settings.base_url = "http://127.0.0.1:9";
  settings.api_key = "";
  CHECK(resolved({{"AWS_REGION", "x"}}).fault.empty());
  CHECK_FALSE(resolved({{"AWS_REGION", "x"}}).http.aws.has_value());
  CHECK(header(resolved({{"AWS_BEARER_TOKEN_BEDROCK", "b-1"}}).http, "Authorization") == "none");
}

TEST_CASE("bedrock: a streamed answer, wherever its bytes are cut") {
  CHECK(answered("bedrock", begun + text("Li") + text("ma") + ended_by("end_turn")) == "Lima | stop |  | 12,2,5");
  CHECK(answered("bedrock", begun + text("Li") + ended_by("max_tokens")) == "Li | length |  | 12,2,5");
  CHECK(answered("bedrock", begun + ended_by("guardrail_intervened")) == " | content_filter |  | 12,2,5");
  CHECK(answered("bedrock", begun + text("Li")) == "bad-response: the stream was cut before its end");
  CHECK(answered("bedrock", begun + text("Li") + ended_by("malformed_model_output"))
            .find("unusable: the answer ends in the finish reason `malformed_model_output`") == 0);
}

TEST_CASE("bedrock: an exception in the stream is the error that it is called") {
  const auto thrown = [](const std::string& type) {
    return answered("bedrock", begun + text("Li") +
                                   aws_frame({{":exception-type", type}, {":message-type", "exception"}},
                                             R"({"message":"Too many tokens"})"));
  };
  CHECK(thrown("throttlingException") == "rate-limited: an error in place of an answer: Too many tokens");
  CHECK(thrown("validationException") == "invalid-request: an error in place of an answer: Too many tokens");
  CHECK(thrown("modelStreamErrorException") == "server: an error in place of an answer: Too many tokens");
  CHECK(thrown("serviceUnavailableException") == "server: an error in place of an answer: Too many tokens");
  CHECK(answered("bedrock", R"({"message":"Slow down"})", 429) == "rate-limited: HTTP 429: Slow down");
  CHECK(answered("bedrock", R"({"message":"Model failed"})", 424) == "server: HTTP 424: Model failed");
}

TEST_CASE("bedrock: a frame with one changed byte is no part of an answer") {
  const std::string whole = begun + text("Lima") + ended_by("end_turn");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    const CallOutcome outcome = answer_of("bedrock", changed);
    INFO(at);
    const auto* error = std::get_if<ProviderError>(&outcome);
    REQUIRE(error != nullptr);
    CHECK(error->kind == ProviderError::Kind::bad_response);
  }
}

TEST_CASE("bedrock: an answer in one piece, and thoughts") {
  ProviderSettings settings = provider_of("bedrock");
  const std::string body =
      R"({"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"hm",)"
      R"("signature":"s"}}},{"text":"Lima"}]}},"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":2}})";
  Request request;
  request.stream = false;
  ResponseDecoder decoder(settings, request);
  decoder.head({200, {{"x-amzn-requestid", "r-7"}}});
  decoder.body(body);
  const auto response = std::get<Response>(decoder.finish());
  CHECK(response.text == "Lima");
  CHECK(response.thoughts == "hm");
  CHECK(response.request_id == "r-7");
  CHECK(response.usage.input == 3);
}

TEST_CASE("bedrock: an answer in one piece where a stream was asked for is read as what it is") {
  CHECK(answered("bedrock", R"({"output":{"message":{"content":[{"text":"Lima"}]}},"stopReason":"end_turn"})") ==
        "Lima | stop |  | -,-,-");
}

TEST_CASE("bedrock: all that was asked is sent where the API has it") {
  Request request = full_request();
  request.parameters.max_output_tokens = 9;
  request.parameters.temperature = 0.5;
  request.parameters.stop = {"END"};
  const ProviderSettings settings = provider_of("bedrock", R"({"region":"us-west-2"})");
  CHECK(sent(settings, request) ==
        R"(/model/m%2F1/converse-stream {"messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant",)"
        R"("content":[{"text":"Hello"}]},{"role":"user","content":[{"text":"See"},{"image":{"format":"png","source":)"
        R"({"bytes":"AAAA"}}}]}],"system":[{"text":"Be brief."}],"inferenceConfig":{"temperature":0.5,"maxTokens":9,)"
        R"("stopSequences":["END"]},"outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":)"
        R"({"name":"reply","schema":"{\"type\":\"object\",\"properties\":{},\"required\":[],)"
        R"(\"additionalProperties\":false}"}}}}})");
  CHECK(settings.api->address() == "https://bedrock-runtime.us-west-2.amazonaws.com");
  CHECK_FALSE(settings.api->takes("seed", "m"));
  CHECK(settings.api->takes("temperature", "us.anthropic.claude-opus-4-1-v1:0"));
  CHECK_FALSE(settings.api->takes("temperature", "us.anthropic.claude-opus-4-8-v1:0"));
}
