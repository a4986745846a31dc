#pragma once

#include <curl/curl.h>

#include <memory>

namespace promptctl {

// Curl's handles, which free themselves.
struct FreeCurl {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlEasy = std::unique_ptr<CURL, FreeCurl>;
using CurlHeaders = std::unique_ptr<curl_slist, FreeCurl>;

// Apart, as CURL and CURLM are one type.
struct FreeCurlMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using CurlMulti = std::unique_ptr<CURLM, FreeCurlMulti>;

}  // namespace promptctl
