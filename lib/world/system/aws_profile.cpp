#include "world/system/aws_profile.hpp"

#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

using Variables = std::map<std::string, std::string>;

std::string value_of(const Variables& variables, const std::string& name) {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string() : std::string(trim(found->second));
}

std::string path_of(const Variables& environment, const std::string& variable, const std::string& file) {
  const std::string named = value_of(environment, variable);
  return named.empty() ? value_of(environment, "HOME") + "/.aws/" + file : named;
}

// The fields of one section of a file; none where there is no such file. Lines that begin with white space belong to
// the field above and are none of these.
Variables read_section(const std::string& path, std::string_view section) {
  std::ifstream file(path);
  Variables fields;
  bool is_inside = false;
  for (std::string line; std::getline(file, line);) {
    const std::string_view text = trim(line);
    const std::size_t equals = text.find('=');
    if (text.starts_with('[') && text.ends_with(']')) {
      is_inside = trim(text.substr(1, text.size() - 2)) == section;
    } else if (is_inside && equals != std::string_view::npos && !text.starts_with('#') && !text.starts_with(';') &&
               line.find_first_not_of(" \t") == 0) {
      fields[lower_ascii(trim(text.substr(0, equals)))] = trim(text.substr(equals + 1));
    }
  }
  return fields;
}

}  // namespace

Variables with_aws_profile(Variables environment) {
  const std::string named = value_of(environment, "AWS_PROFILE");
  const std::string profile = named.empty() ? "default" : named;
  const std::string in_config = profile == "default" ? profile : "profile " + profile;
  Variables fields = read_section(path_of(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), profile);
  fields.merge(read_section(path_of(environment, "AWS_CONFIG_FILE", "config"), in_config));
  for (const std::string& region : {value_of(environment, "AWS_DEFAULT_REGION"), value_of(fields, "region")}) {
    if (value_of(environment, "AWS_REGION").empty() && !region.empty()) {
      environment["AWS_REGION"] = region;
    }
  }
  const std::array<std::pair<const char*, const char*>, 3> names{{{"AWS_ACCESS_KEY_ID", "aws_access_key_id"},
                                                                  {"AWS_SECRET_ACCESS_KEY", "aws_secret_access_key"},
                                                                  {"AWS_SESSION_TOKEN", "aws_session_token"}}};
  const bool is_whole =  // The parts of a key belong together.
      !value_of(environment, names[0].first).empty() && !value_of(environment, names[1].first).empty();
  for (const auto& [variable, field] : names) {
    const std::string value = is_whole ? value_of(environment, variable) : value_of(fields, field);
    if (!value.empty()) {
      environment["aws:" + std::string(variable)] = value;
    }
  }
  return environment;
}

}  // namespace promptctl
