#include "flow/ledger_paths.hpp"

#include <fmt/format.h>

namespace promptctl {
namespace {

constexpr std::string_view record_extension = ".json";
constexpr std::size_t fan_digits = 2;

// "0/12/1234"
std::string fanned(long long number) {
  constexpr long long most = 100;
  return fmt::format("{}/{}/{}", number / (most * most), number / most % most, number);
}

std::string version_folder(const VersionName& name) {
  return fmt::format("versions/{}/{}", name.prompt, fanned(name.version));
}

}  // namespace

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
  return fmt::format("versions/{}/prompt.json", prompt);
}

std::string version_number_path(const std::string& prompt, const std::string& digest) {
  return fmt::format("{}/{}{}", version_numbers_folder(prompt, digest), digest, record_extension);
}

std::string version_numbers_folder(const std::string& prompt, std::string_view digest_start) {
  return fmt::format("digests/{}/{}", prompt, digest_start.substr(0, fan_digits));
}

std::string history_path(const std::string& prompt, long long file) {
  return fmt::format("history/{}/{}.jsonl", prompt, fanned(file));
}

std::string deployment_path(const std::string& environment, const std::string& prompt) {
  return fmt::format("environments/{}/{}{}", environment, prompt, record_extension);
}

std::string request_path(const std::string& environment, const std::string& prompt) {
  return fmt::format("requests/{}/{}{}", environment, prompt, record_extension);
}

std::string evidence_path(const std::string& digest) {
  return fmt::format("evidence/{}/{}{}", digest.substr(0, fan_digits), digest, record_extension);
}

}  // namespace promptctl
