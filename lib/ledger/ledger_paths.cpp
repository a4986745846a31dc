#include "ledger/ledger_paths.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"

namespace promptctl {
namespace {

constexpr char prompt_separator = '+';  // No name of a prompt has it.
constexpr std::size_t fan_digits = 2;

// "0/12/1234"
std::string fanned(long long number) {
  constexpr long long most = 100;
  return fmt::format("{}/{}/{}", number / (most * most), number / most % most, number);
}

// "prompts/a/3/support+triage": over folders of sixteen, by the SHA-256 of its name.
std::string prompt_folder(std::string prompt) {
  const std::string digest = sha256(prompt);
  std::replace(prompt.begin(), prompt.end(), '/', prompt_separator);
  return fmt::format("{}/{}/{}/{}", prompts_folder, digest[0], digest[1], prompt);
}

std::string version_folder(const VersionName& name) {
  return fmt::format("{}/versions/{}", prompt_folder(name.prompt), fanned(name.version));
}

}  // namespace

std::string prompt_of_folder(std::string name) {
  std::replace(name.begin(), name.end(), prompt_separator, '/');
  return name;
}

std::string version_record_path(const VersionName& name) {
  return version_folder(name) + "/version.json";
}

std::string bundle_path(const VersionName& name) {
  return version_folder(name) + "/bundle/prompt.prompt";
}

std::string bundle_partial_path(const VersionName& name, const std::string& partial) {
  return fmt::format("{}/bundle/partials/{}.prompt", version_folder(name), partial);
}

std::string prompt_record_path(const std::string& prompt) {
  return prompt_folder(prompt) + "/prompt.json";
}

std::string version_number_path(const std::string& prompt, const std::string& digest) {
  return fmt::format("{}/{}{}", version_numbers_folder(prompt, digest), digest, record_extension);
}

std::string version_numbers_folder(const std::string& prompt, std::string_view digest_start) {
  return fmt::format("{}/digests/{}", prompt_folder(prompt), digest_start.substr(0, fan_digits));
}

std::string history_path(const std::string& prompt, long long file) {
  return fmt::format("{}/history/{}.jsonl", prompt_folder(prompt), fanned(file));
}

std::string deployments_folder(const std::string& prompt) {
  return prompt_folder(prompt) + "/environments";
}

std::string deployment_path(const std::string& environment, const std::string& prompt) {
  return fmt::format("{}/{}{}", deployments_folder(prompt), environment, record_extension);
}

std::string requests_folder(const std::string& prompt) {
  return prompt_folder(prompt) + "/requests";
}

std::string request_path(const std::string& environment, const std::string& prompt) {
  return fmt::format("{}/{}{}", requests_folder(prompt), environment, record_extension);
}

std::string evidence_path(const std::string& digest) {
  return fmt::format("evidence/{}/{}{}", digest.substr(0, fan_digits), digest, record_extension);
}

}  // namespace promptctl
