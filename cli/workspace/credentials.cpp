#include "cli/workspace/credentials.hpp"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "base/digest.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"
#include "world/system/aws_profile.hpp"

namespace promptctl::cli {
namespace {

std::string variable(const Session& session, const std::string& name) {
  const auto found = session.environment.find(name);
  return found == session.environment.end() ? std::string() : found->second;
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return file ? std::optional(text.str()) : std::nullopt;
}

}  // namespace

Variables sending_variables(const Session& session) {
  return with_aws_profile(session.environment);
}

void read_credentials(Project& project, const Session& session) {
  for (auto& [name, settings] : project.providers) {
    if (settings.type == nullptr || settings.type->name != "vertex" || !settings.api_key.empty()) {
      continue;
    }
    const std::string named = variable(session, "GOOGLE_APPLICATION_CREDENTIALS");
    const std::string usual = variable(session, "HOME") + "/.config/gcloud/application_default_credentials.json";
    const auto text = read_file(named.empty() ? usual : named);
    if (!text && !named.empty()) {
      settings.barred = "the file that GOOGLE_APPLICATION_CREDENTIALS names can't be read";
    }
    settings.credentials = text.value_or("");
  }
}

void read_programs(Project& project, const std::filesystem::path& root) {
  for (auto& [name, settings] : project.providers) {
    if (settings.type == nullptr || !settings.type->is_program) {
      continue;
    }
    Sha256 digest;
    const auto program = settings.api->ask({}, settings).program;
    for (const std::string& word : program ? program->command : std::vector<std::string>()) {
      std::error_code error;
      const bool is_file = std::filesystem::is_regular_file(root / word, error);
      digest.update(word + '\0' + sha256(is_file ? read_file((root / word).string()).value_or("") : ""));
    }
    settings.program = digest.hex();
  }
}

}  // namespace promptctl::cli
