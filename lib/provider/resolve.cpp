#include "provider/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/url.hpp"
#include "document/secrets.hpp"
#include "provider/endpoint.hpp"

namespace promptctl {
namespace {

// What of `part`, a view into `whole`, was put in.
std::vector<std::string> put_into(const ResolvedText& whole, std::string_view part) {
  std::vector<std::string> pieces;
  const auto start = static_cast<std::size_t>(part.data() - whole.text.data());
  for (const Span& span : part.empty() ? std::vector<Span>() : whole.put_in) {
    const std::size_t from = std::max(start, span.start);
    const std::size_t to = std::min(start + part.size(), span.start + span.size);
    if (from < to) {
      pieces.push_back(whole.text.substr(from, to - from));
    }
  }
  return pieces;
}

void add(std::vector<std::string>& all, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void add_secrets_of_address(const ResolvedText& address, Secrets& secrets) {
  const Url url = split_url(address.text);
  const std::size_t colon = std::min(url.user_info.find(':'), url.user_info.size());
  add(secrets.keys, put_into(address, url.user_info.substr(0, colon)));
  add(secrets.keys, put_into(address, url.user_info.substr(std::min(colon + 1, url.user_info.size()))));
  add(secrets.places, put_into(address, url.path));
  for (const std::string_view pair : split(url.query, '&')) {
    const std::size_t equals = pair.find('=');
    const bool is_key = equals != std::string_view::npos && is_secret_name(pair.substr(0, equals));
    add(is_key ? secrets.keys : secrets.places, put_into(address, is_key ? pair.substr(equals + 1) : pair));
  }
}

// The text with its variables; the first fault of all is kept.
ResolvedText resolved(std::string_view text, const Variables& variables, std::string& fault) {
  ResolvedText found = resolve_variables(text, variables);
  fault = fault.empty() ? found.fault : fault;
  return found;
}

std::string_view without_last_slashes(std::string_view address) {
  while (address.ends_with('/')) {
    address.remove_suffix(1);
  }
  return address;
}

// How much of the folder, piece by piece from its beginning, the address ends in.
std::size_t part_at_end(std::string_view address, std::string_view folder) {
  for (std::size_t size = folder.size(); size > 0; size = folder.rfind('/', size - 1)) {
    if (address.ends_with(folder.substr(0, size))) {
      return size;
    }
  }
  return 0;
}

// Without anything to add the address stays as it is, to its last slash.
std::string with_path(std::string_view address, std::string_view folder, std::string_view path) {
  const std::string_view before = folder.empty() && path.empty() ? address : without_last_slashes(address);
  if (before.ends_with(path)) {
    return std::string(before);
  }
  return fmt::format("{}{}{}", before, folder.substr(part_at_end(before, folder)), path);
}

// A bearer's key where there is one, else what it takes to sign. A server on this machine is no part of AWS: without
// either it is asked all the same.
void resolve_aws(HttpRequest& request, const Variables& variables, ResolvedRequest& sent) {
  AwsSigning& aws = *request.aws;
  const std::string bearer = resolved(aws.bearer, variables, sent.fault).text;
  if (!bearer.empty()) {
    request.headers.emplace_back("Authorization", "Bearer " + bearer);
    sent.secrets.keys.push_back(bearer);
    request.aws.reset();
    return;
  }
  std::string missing, fault;
  for (std::string* text : {&aws.access_key, &aws.secret_key}) {
    *text = resolved(*text, variables, missing).text;
  }
  for (std::string* text : {&aws.region, &aws.session_token}) {
    *text = resolved(*text, variables, fault).text;
  }
  add(sent.secrets.keys, {aws.secret_key, aws.session_token});
  if (!missing.empty() && is_loopback(split_url(request.url))) {
    request.aws.reset();
  } else if (!missing.empty() || !fault.empty()) {
    sent.fault = !sent.fault.empty() ? sent.fault
                 : missing.empty()   ? fault
                                     : "there are no AWS credentials: set AWS_BEARER_TOKEN_BEDROCK, or "
                                       "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE";
  }
}

// What a program sees it may repeat.
void add_secrets_of_program(const ProgramToRun& program, const Variables& variables, Secrets& secrets) {
  for (const std::string& name : program.variables) {
    if (const auto variable = variables.find(name); variable != variables.end()) {
      secrets.keys.emplace_back(trim(variable->second));
    }
  }
}

}  // namespace

std::string address_of(std::string_view address, const HttpRequest& request) {
  const Url url = split_url(address);
  const auto end = static_cast<std::size_t>(url.path.data() + url.path.size() - address.data());
  const std::string_view before = address.substr(0, end);
  std::vector<std::string> pairs;
  for (const std::string_view both : {url.query, std::string_view(request.query)}) {
    for (const std::string_view pair : both.empty() ? std::vector<std::string_view>() : split(both, '&')) {
      if (std::ranges::find(pairs, pair) == pairs.end()) {
        pairs.emplace_back(pair);
      }
    }
  }
  return fmt::format("{}{}{}", with_path(before, request.folder, request.path), pairs.empty() ? "" : "?",
                     join(pairs, "&"));
}

ResolvedRequest resolve(HttpRequest request, const std::string& proxy, const Variables& variables) {
  ResolvedRequest sent;
  const ResolvedText address = resolved(request.url, variables, sent.fault);
  const ResolvedText by_proxy = resolved(proxy_for(address.text, proxy, variables), variables, sent.fault);
  add_secrets_of_address(address, sent.secrets);
  add_secrets_of_address(by_proxy, sent.secrets);
  for (auto& [name, value] : request.headers) {
    const ResolvedText header = resolved(value, variables, sent.fault);
    add(sent.secrets.keys, put_into(header, header.text));
    value = header.text;
  }
  request.url = address_of(address.text, request);
  if (request.aws) {
    resolve_aws(request, variables, sent);
  }
  if (request.program) {
    add_secrets_of_program(*request.program, variables, sent.secrets);
  }
  sent.http = std::move(request);
  sent.proxy = by_proxy.text;
  return sent;
}

}  // namespace promptctl
