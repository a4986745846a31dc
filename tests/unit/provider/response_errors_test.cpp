// What must not be taken for an answer, on the openai type.

#include <tuple>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/provider/openai_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("an HTTP error is never an answer") {
  const std::vector<std::tuple<int, std::string, std::string>> cases{
      {503, R"({"error":{"message":"overloaded"}})", "server: HTTP 503: overloaded"},
      {500, "<html>oops</html>", "server: HTTP 500: <html>oops</html>"},
      {429, R"({"error":{"message":"slow down","code":"rate_limit_exceeded"}})", "rate-limited: HTTP 429: slow down"},
      {429, R"({"error":{"message":"no money","code":"insufficient_quota"}})", "invalid-request: HTTP 429: no money"},
      {429, R"({"error":{"message":"no money","type":"insufficient_quota","code":null}})",
       "invalid-request: HTTP 429: no money"},
      {429, R"([{"error":{"message":"no money","details":{"error_code":"enforced_spend_limit_reached"}}}])",
       "invalid-request: HTTP 429: no money"},
      {408, "", "server: HTTP 408"},
      {401, R"({"error":{"message":"bad key"}})", "authentication: HTTP 401: bad key"},
      {407, "", "authentication: the proxy answered HTTP 407"},
      {402, R"({"detail":"pay first"})", "invalid-request: HTTP 402: pay first"},
      {422, R"({"detail":[{"loc":["body"],"msg":"field required"}]})", "invalid-request: HTTP 422: field required"},
      {400, R"({"error":"context length exceeded"})", "invalid-request: HTTP 400: context length exceeded"},
      {400, R"({"object":"error","message":"too long","code":400})", "invalid-request: HTTP 400: too long"},
      {302, "", "invalid-request: HTTP 302"}};
  for (const auto& [status, body, expected] : cases) {
    INFO(status << " " << body);
    CHECK(decoded(body, status) == expected);
  }
  const std::string whole = R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})";
  CHECK(decoded(whole, 206).starts_with("bad-response: HTTP 206"));
  CHECK(decoded(whole, 202).starts_with("bad-response: HTTP 202"));
  CHECK(decoded(whole, 201) == "Hi | stop |  | -,-,-");
}

TEST_CASE("a body that is no answer is never one") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "bad-response: the answer is empty"},
      {": ping\n\n: ping\n\n", "bad-response: the answer is empty"},
      {"{\"choices\": [", "bad-response: the answer is not JSON: {\"choices\": ["},
      {"<html>busy</html>", "bad-response: the answer is not JSON: <html>busy</html>"},
      {"upstream went away", "bad-response: the answer is not JSON: upstream went away"},
      {R"({"choices":[]})", R"(bad-response: the answer holds no message: {"choices":[]})"},
      {R"({"choices":[{"finish_reason":"stop"}]})",
       R"(bad-response: the answer holds no message: {"choices":[{"finish_reason":"stop"}]})"},
      {R"({"choices":[{"message":null,"finish_reason":"stop"}]})",
       R"(bad-response: the answer holds no message: {"choices":[{"message":null,"finish_reason":"stop"}]})"},
      {R"({"status":"queued"})", R"(bad-response: the answer holds no message: {"status":"queued"})"},
      {R"({"choices":[{"message":{"content":7},"finish_reason":"stop"}]})",
       "bad-response: the content of the answer is a number, neither text nor parts"},
      {R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]} and more)",
       R"(bad-response: the answer is not JSON: {"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]} and more)"},
      {said("Hi") + "data: {oops\n\n" + ended("stop"), "bad-response: an event of the stream is not JSON: {oops"},
      {said("Hi") + ended("stop") + "data: [DON", "bad-response: the stream was cut before its end"},
      {done, "bad-response: the answer holds no message"}};
  for (const auto& [body, expected] : cases) {
    INFO(body);
    CHECK(decoded(body) == expected);
  }
}

TEST_CASE("an error inside an HTTP 200 is an error, whatever is beside it") {
  const std::string choice = R"("choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}])";
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"({"error":{"message":"late failure"}})", "bad-response: an error in place of an answer: late failure"},
      {R"({"error":{"message":"upstream timeout","code":504},)" + choice + "}",
       "server: an error 504 in place of an answer: upstream timeout"},
      {R"({"error":{},)" + choice + "}",
       R"(bad-response: an error in place of an answer: {"error":{},)" + choice + "}"},
      {R"({"error":true,"message":"no",)" + choice + "}", "bad-response: an error in place of an answer: no"},
      {R"({"error":"no",)" + choice + "}", "bad-response: an error in place of an answer: no"},
      {R"({"object":"error","message":"no","code":400,)" + choice + "}",
       "invalid-request: an error 400 in place of an answer: no"},
      {R"({"type":"error","error":{"type":"overloaded_error","message":"busy"}})",
       "server: an error in place of an answer: busy"},
      {R"([{"error":{"code":429,"message":"slow","status":"RESOURCE_EXHAUSTED"}}])",
       "rate-limited: an error 429 in place of an answer: slow"},
      {R"({"error":{"code":"402","message":"pay"}})", "invalid-request: an error 402 in place of an answer: pay"},
      {R"({"error":{"type":"insufficient_quota","code":429,"message":"pay"}})",
       "invalid-request: an error 429 in place of an answer: pay"},
      {R"({"error":{"type":"invalid_request_error","message":"no such model"}})",
       "invalid-request: an error in place of an answer: no such model"},
      {R"({"code":402,"msg":"pay first"})", "invalid-request: an error 402 in place of an answer: pay first"},
      {R"({"errors":[{"code":10000,"message":"no"}],)" + choice + "}",
       "bad-response: an error in place of an answer: no"},
      {said("Hi") + ended("stop") + event(R"({"code":500,"message":"boom"})") + done,
       "server: an error 500 in place of an answer: boom"},
      {R"({"Error":{"message":"no"},)" + choice + "}",
       R"(bad-response: an error in place of an answer: {"Error":{"message":"no"},)" + choice + "}"},
      {R"({"error_code":17,"error_msg":"no",)" + choice + "}",
       R"(bad-response: an error in place of an answer: {"error_code":17,"error_msg":"no",)" + choice + "}"},
      {R"({"status":"error","message":"no",)" + choice + "}", "bad-response: an error in place of an answer: no"},
      {R"({"success":false,"message":"no",)" + choice + "}", "bad-response: an error in place of an answer: no"},
      {R"({"code":500,"message":"no",)" + choice + "}", "server: an error 500 in place of an answer: no"},
      {R"({"detail":"no",)" + choice + "}", "bad-response: an error in place of an answer: no"},
      {R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop","native_finish_reason":"error"}]})",
       "bad-response: the answer ends in the finish reason `error`"},
      {said("Hi") + "event: exception\ndata: out of memory\n\n" + ended("stop") + done,
       "bad-response: an error in place of an answer: out of memory"},
      {said("Hi") + event(R"({"type":"overloaded_error","message":"busy"})") + ended("stop") + done,
       "server: an error in place of an answer: busy"},
      {R"({"detail":"Internal Server Error"})", "bad-response: an error in place of an answer: Internal Server Error"},
      {R"({"choices":[{"error":{"message":"no"},"message":{"content":"Hi"},"finish_reason":"stop"}]})",
       "bad-response: an error in place of an answer: no"},
      {R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"},{"error":{"message":"no"}}]})",
       "bad-response: an error in place of an answer: no"},
      {said("Hi") + event(R"({"error":{"message":"boom"}})") + done,
       "bad-response: an error in place of an answer: boom"},
      {said("Hi") + ended("stop") + event(R"({"error":{"message":"boom"}})") + done,
       "bad-response: an error in place of an answer: boom"},
      {said("Hi") + ended("stop") + event(R"({"detail":"boom"})") + done,
       "bad-response: an error in place of an answer: boom"},
      {said("Hi") + "event: error\ndata: {\"code\":500,\"details\":\"the engine stopped\"}\n\n" + ended("stop") + done,
       "server: an error 500 in place of an answer: the engine stopped"},
      {said("Hi") + "event: error\ndata: out of memory\n\n" + ended("stop") + done,
       "bad-response: an error in place of an answer: out of memory"},
      {said("Hi") + ended("stop") + "event: Error\n\n" + done, "bad-response: an error in place of an answer"},
      {said("Hi") + "error: {\"code\":500,\"message\":\"slot died\"}\n\n" + ended("stop") + done,
       "server: an error 500 in place of an answer: slot died"},
      {said("Hi") + ended("stop") + "{\"error\":{\"message\":\"bare\"}}\n\n" + done,
       "bad-response: an error in place of an answer: bare"},
      {R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})"
       "\nerror: {\"message\":\"late\"}\n\n",
       "bad-response: an error in place of an answer: late"}};
  for (const auto& [body, expected] : cases) {
    INFO(body);
    CHECK(decoded(body) == expected);
  }
}

TEST_CASE("a report in the body that a call went wrong is an error, and one that it went well is none") {
  const auto reported = [](const std::string& choices, const std::string& report) {
    return decoded("{" + choices + R"("base_resp":)" + report + "}");
  };
  const std::string none = R"("choices":null,)";
  const std::string empty = R"("choices":[],)";
  const std::string whole = R"("choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],)";
  for (const std::string& choices : {std::string(), none, empty, whole}) {
    INFO(choices);
    CHECK(reported(choices, R"({"status_code":1004,"status_msg":"login fail"})") ==
          "authentication: an error 1004 in place of an answer: login fail");
    CHECK(reported(choices, R"({"status_code":1002,"status_msg":"rate limit"})") ==
          "rate-limited: an error 1002 in place of an answer: rate limit");
    CHECK(reported(choices, R"({"status_code":1008,"status_msg":"insufficient balance"})") ==
          "invalid-request: an error 1008 in place of an answer: insufficient balance");
    CHECK(reported(choices, R"({"status_code":"1033","status_msg":"busy"})") ==
          "server: an error 1033 in place of an answer: busy");
    CHECK(reported(choices, R"({"status_code":9999,"status_msg":"new"})") ==
          "bad-response: an error 9999 in place of an answer: new");
  }
  for (const char* well : {R"({"status_code":0,"status_msg":""})", R"({"status_code":0,"status_msg":"success"})",
                           R"({"status_code":"0"})", R"({"status_code":null})", "{}", "null"}) {
    INFO(well);
    CHECK(reported(whole, well) == "Hi | stop |  | -,-,-");
  }
  CHECK(decoded(said("Hi") + ended("stop") + event(R"({"base_resp":{"status_code":1027,"status_msg":"sensitive"}})") +
                done) == "invalid-request: an error 1027 in place of an answer: sensitive");
  CHECK(decoded(said("Hi", R"(,"base_resp":{"status_code":0,"status_msg":""})") + ended("stop") + done) ==
        "Hi | stop |  | -,-,-");
}

TEST_CASE("a field for errors that says there was none loses no answer") {
  const std::string choice = R"("choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}])";
  for (const char* field :
       {R"("error":{"code":0,"message":""})", R"("error":{"code":"0","message":"success","details":{}})",
        R"("error":{"code":0,"message":null,"type":"","param":null})", R"("error":{"code":0})",
        R"("error_code":0,"error_msg":"success")", R"("error_code":"0","error_msg":"OK")", R"("error":"none")",
        R"("error":[""])", R"("errors":[{"code":0}])", R"("status":"success","success":"true","ok":true)",
        R"("status":"no error","type":"chat")", R"("code":0,"message":"success")", R"("success":null)"}) {
    INFO(field);
    CHECK(decoded("{" + std::string(field) + "," + choice + "}") == "Hi | stop |  | -,-,-");
  }
}

TEST_CASE("a body, a choice or a message that says it has failed is an error") {
  const std::string choice = R"("choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}])";
  for (const char* field :
       {R"("status":"failed")", R"("status":"Cancelled")", R"("status":"timed_out")", R"("object":"response.failed")",
        R"("success":"false")", R"("success":"No")", R"("success":0)", R"("success":"failed")", R"("ok":false)",
        R"("error":{"code":0,"message":"quota exceeded"})", R"("error":{"code":7,"message":"success"})",
        R"("error":{"code":null,"message":""})", R"("error":{"code":"","message":""})", R"("error":{"message":""})",
        R"("error_code":0,"error_msg":"quota exceeded")", R"("error_code":7,"error_msg":"success")",
        R"("errors":[{}])"}) {
    INFO(field);
    CHECK(decoded("{" + std::string(field) + "," + choice + "}")
              .starts_with("bad-response: an error in place of an answer"));
  }
  for (const char* field :
       {R"("error_code":500)", R"("status":"failed")", R"("success":false)", R"("errors":["no"])"}) {
    INFO(field);
    const std::string beside = R"("finish_reason":"stop",)" + std::string(field);
    CHECK(decoded(R"({"choices":[{"message":{"content":"Hi"},)" + beside + "}]}").find("an error") !=
          std::string::npos);
    CHECK(
        decoded(event(R"({"choices":[{"delta":{"content":"Hi",)" + std::string(field) + "}}]}") + ended("stop") + done)
            .find("an error") != std::string::npos);
  }
}
