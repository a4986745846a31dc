#pragma once

#include <map>
#include <string>

namespace promptctl {

// The environment, with what the AWS command line would take: AWS_REGION, where it is unset, of AWS_DEFAULT_REGION or
// the profile that AWS_PROFILE names ("default") in ~/.aws/credentials and ~/.aws/config; and, under names that no file
// can write by mistake, `aws:AWS_ACCESS_KEY_ID`, `aws:AWS_SECRET_ACCESS_KEY` and `aws:AWS_SESSION_TOKEN`: all of the
// environment, where it has key and secret, else all of the profile. What a program or a sign-in would give is not
// looked for.
std::map<std::string, std::string> with_aws_profile(std::map<std::string, std::string> environment);

}  // namespace promptctl
